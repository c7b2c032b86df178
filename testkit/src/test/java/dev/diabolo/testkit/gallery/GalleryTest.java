package dev.diabolo.testkit.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.testkit.CorruptionContract;
import dev.diabolo.testkit.DecoderContract;
import dev.diabolo.testkit.EncoderContract;
import dev.diabolo.testkit.LikelihoodContract;
import dev.diabolo.testkit.LossContract;
import dev.diabolo.testkit.PosteriorContract;
import dev.diabolo.testkit.PriorContract;
import dev.diabolo.testkit.TrainerContract;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;

/** Every rule fails for a component that breaks it, and for that one alone. A rule that cannot fail is no rule. */
class GalleryTest {
    private static final List<Class<?>> CONTRACTS = List.of(
            EncoderContract.class,
            DecoderContract.class,
            PosteriorContract.class,
            LikelihoodContract.class,
            LossContract.class,
            TrainerContract.class,
            CorruptionContract.class,
            PriorContract.class);

    private static final String ROWS = """
            Encoder    NO_SUMMARY        C01
            Encoder    UNLISTED          C02
            Encoder    NO_HELP           C03
            Encoder    UNBOUNDED         C04
            Encoder    NO_DEFAULT        C05
            Encoder    ALIKE             C06
            Encoder    FRAGILE           C07
            Encoder    UNSTABLE          C08

            Encoder    WRONG_SHAPE       E01
            Encoder    CLUMSY_REFUSAL    E02
            Encoder    STOPPED_PARAMETER E03
            Encoder    STOPPED_INPUT     E04
            Encoder    COUNTING          E05
            Encoder    CONSTANT_WEIGHTS  E06
            Encoder    IDLE_NOISE        E06
            Encoder    BATCH_MEAN        E07
            Encoder    BATCH_OF_ONE      E08
            Encoder    NOISE             E09
            Encoder    IDLE_PARAMETER    E10
            Encoder    REMADE            E11
            Encoder    FLOAT64           E12

            Decoder    WRONG_SHAPE       D01
            Decoder    CLUMSY_REFUSAL    D02
            Decoder    STOPPED_PARAMETER D03
            Decoder    STOPPED_INPUT     D04
            Decoder    COUNTING          D05
            Decoder    CONSTANT_WEIGHTS  D06
            Decoder    BATCH_MEAN        D07
            Decoder    BATCH_OF_ONE      D08
            Decoder    NOISE             D09
            Decoder    IDLE_PARAMETER    D10
            Decoder    REMADE            D11
            Decoder    FLOAT64           D12

            Posterior  WRONG_SHAPE       P01
            Posterior  CLUMSY_REFUSAL    P02
            Posterior  STOPPED_PARAMETER P03
            Posterior  STOPPED_INPUT     P04
            Posterior  COUNTING          P05
            Posterior  CONSTANT_WEIGHTS  P06
            Posterior  IDLE_NOISE        P06
            Posterior  BATCH_MEAN        P07
            Posterior  BATCH_OF_ONE      P08
            Posterior  NOISE             P09
            Posterior  IDLE_PARAMETER    P10
            Posterior  REMADE            P11
            Posterior  FLOAT64           P12
            Posterior  UNSAMPLED         P13
            Posterior  WRONG_DENSITY     P14

            Likelihood WRONG_SHAPE       R01
            Likelihood CLUMSY_REFUSAL    R02
            Likelihood STOPPED_PARAMETER R03
            Likelihood STOPPED_INPUT     R04
            Likelihood COUNTING          R05
            Likelihood CONSTANT_WEIGHTS  R06
            Likelihood BATCH_MEAN        R07
            Likelihood BATCH_OF_ONE      R08
            Likelihood NOISE             R09
            Likelihood IDLE_PARAMETER    R10
            Likelihood REMADE            R11
            Likelihood FLOAT64           R12
            Likelihood WRONG_LOGITS      R13
            Likelihood NAMELESS          R14

            Loss       BAD_TERM_NAME     L01
            Loss       EXTRA_TERM        L02
            Loss       COLUMN            L03
            Loss       STOPPED_INPUT     L04
            Loss       COUNTING          L05
            Loss       BATCH_MEAN        L06
            Loss       TIMES_BATCH       L07
            Loss       OVERFLOWING       L08
            Loss       COUNTED_WEIGHT    L09
            Loss       UNDECLARED_GROUP  L10
            Loss       IDLE_PARAMETER    L11
            Loss       REMADE            L12
            Loss       ROUGH             L13
            Loss       NAMED_IN_VAIN     L14

            Trainer    PLANS_DIFFER      T01
            Trainer    BAD_PHASE_NAME    T02
            Trainer    HARD_CODED_TERM   T03
            Trainer    FORGETS_A_GROUP   T04
            Trainer    NEGATIVE_RATE     T05
            Trainer    STILL             T06
            Trainer    GATES_DIFFER      T07
            Trainer    COUNTING_GATE     T08
            Trainer    LEAKING           T09

            Corruption WRONG_SHAPE       K01
            Corruption CLUMSY_REFUSAL    K02
            Corruption STOPPED_INPUT     K03
            Corruption COUNTING          K04
            Corruption IDLE_NOISE        K05
            Corruption BATCH_MEAN        K06
            Corruption IDLE_PARAMETER    K07
            Corruption REMADE            K08
            Corruption FLOAT64           K09
            Corruption TRAINING_ONLY     K10
            Corruption HARMLESS          K11
            Corruption OVERCLAIMING      K12
            Corruption UNDERCLAIMING     K12

            Prior      WRONG_SHAPE       Z01
            Prior      CLUMSY_REFUSAL    Z02
            Prior      STOPPED_PARAMETER Z03
            Prior      STOPPED_INPUT     Z04
            Prior      COUNTING          Z05
            Prior      CONSTANT_WEIGHTS  Z06
            Prior      BATCH_MEAN        Z07
            Prior      BATCH_OF_ONE      Z08
            Prior      NOISE             Z09
            Prior      IDLE_PARAMETER    Z10
            Prior      REMADE            Z11
            Prior      FLOAT64           Z12
            Prior      MISPLACED         Z13
            Prior      TWICE_THE_DIVERGENCE Z14
            """;

    static Stream<String[]> rows() {
        return ROWS.lines().filter(line -> !line.isBlank()).map(line -> line.split(" +"));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("rows")
    void exactlyTheBrokenRuleFails(String kind, Damage damage, String rule) throws ClassNotFoundException {
        Map<String, TestExecutionResult> results = run(kind, damage);

        assertThat(messages(results)).as("failures").hasSize(1);
        assertThat(messages(results).keySet().iterator().next()).startsWith("required_" + rule + "_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Encoder", "Decoder", "Posterior", "Likelihood", "Loss", "Trainer", "Corruption", "Prior"})
    void aSoundComponentKeepsEveryRule(String kind) throws ClassNotFoundException {
        Map<String, TestExecutionResult> results = run(kind, Damage.NONE);

        assertThat(results).hasSizeGreaterThanOrEqualTo(16);
        assertThat(messages(results)).isEmpty();
        assertThat(results.values()).allMatch(result -> result.getStatus() == Status.SUCCESSFUL);
    }

    @Test
    void everyRuleHasABrokenComponent() {
        Set<String> broken = rows().map(row -> row[2]).collect(Collectors.toCollection(TreeSet::new));
        Set<String> rules = new TreeSet<>();
        for (Class<?> contract : CONTRACTS) {
            for (Class<?> type : List.of(contract, contract.getSuperclass())) {
                Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(Test.class))
                        .map(Method::getName)
                        .forEach(name -> rules.add(name.split("_")[1]));
            }
        }
        assertThat(broken).isEqualTo(rules);
    }

    private static Map<String, TestExecutionResult> run(String kind, Damage damage) throws ClassNotFoundException {
        String contract = GalleryTest.class.getPackageName() + ".Damaged" + kind + "Contract";
        return ContractRun.of(Class.forName(contract), damage);
    }

    private static Map<String, String> messages(Map<String, TestExecutionResult> results) {
        Map<String, String> messages = new LinkedHashMap<>();
        results.forEach((name, result) -> {
            if (result.getStatus() == Status.FAILED) {
                messages.put(
                        name, result.getThrowable().map(Throwable::toString).orElse(""));
            }
        });
        return messages;
    }
}
