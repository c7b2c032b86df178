package dev.diabolo.spi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.error.DiaboloException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OptimiserOptionsTest {
    private static final OptionSchema SCHEMA = OptionSchema.of(OptimiserOptions.class);

    @Test
    void theDefaultIsAdamAndNothingElse() {
        assertThat(spec(Map.of()))
                .isEqualTo(new OptimiserSpec(new UpdateRule.Adam(0.9, 0.999, 1e-7), Schedule.constant(0.001)));
    }

    /** The defaults of Keras 3. */
    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of("sgd", new UpdateRule.Sgd(0, false)),
                Arguments.of("adam", new UpdateRule.Adam(0.9, 0.999, 1e-7)),
                Arguments.of("adamw", new UpdateRule.AdamW(0.9, 0.999, 1e-7, 0.004)),
                Arguments.of("adamax", new UpdateRule.Adamax(0.9, 0.999, 1e-7)),
                Arguments.of("amsgrad", new UpdateRule.AmsGrad(0.9, 0.999, 1e-7)),
                Arguments.of("nadam", new UpdateRule.NAdam(0.9, 0.999, 1e-7)),
                Arguments.of("rmsprop", new UpdateRule.RmsProp(0.9, 0, false, 1e-7)),
                Arguments.of("adagrad", new UpdateRule.Adagrad(0.1, 1e-7)),
                Arguments.of("adadelta", new UpdateRule.Adadelta(0.95, 1e-7)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyOptimiserHasADefaultOfItsOwn(String name, UpdateRule rule) {
        assertThat(spec(Map.of("name", name)).rule()).isEqualTo(rule);
    }

    static Stream<Arguments> schedules() {
        return Stream.of(
                Arguments.of(Map.of(), Schedule.constant(0.001)),
                Arguments.of(Map.of("name", "linear"), new Schedule.Linear(0.001, 0, Span.RUN)),
                Arguments.of(
                        Map.of("name", "linear", "length", 3, "floor", 0.5),
                        new Schedule.Linear(0.001, 0.0005, Span.epochs(3))),
                Arguments.of(Map.of("name", "step", "every", 2), new Schedule.Step(0.001, 0.5, Span.epochs(2))),
                Arguments.of(
                        Map.of("name", "exponential", "factor", 0.9, "every", 1),
                        new Schedule.Exponential(0.001, 0.9, Span.epochs(1))),
                Arguments.of(
                        Map.of("name", "cosine", "length", 5, "restarts", true),
                        new Schedule.Cosine(0.001, 0, Span.epochs(5), true)),
                Arguments.of(
                        Map.of("name", "milestones", "milestones", "5, 7.5"),
                        new Schedule.Milestones(0.001, 0.5, List.of(Span.epochs(5), Span.epochs(7.5)))),
                Arguments.of(
                        Map.of("name", "cosine", "warm-up", 2),
                        new Schedule.WarmUp(Span.epochs(2), new Schedule.Cosine(0.001, 0, Span.RUN, false))),
                Arguments.of(Map.of("name", "plateau"), Schedule.constant(0.001)));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void schedulesAreBound(Map<String, Object> settings, Schedule schedule) {
        assertThat(((ScheduleOptions) OptionSchema.of(ScheduleOptions.class).read(settings)).of(0.001))
                .isEqualTo(schedule);
    }

    @Test
    void clippingDecayAndPlateauAreBound() {
        OptimiserSpec spec = spec(Map.of(
                "clip", "global-norm", "clip-at", 5, "l2", "1e-4", "schedule.name", "plateau", "schedule.patience", 3));

        assertThat(spec.clipping()).isEqualTo(new Clipping.ByGlobalNorm(5));
        assertThat(spec.l2()).isEqualTo(1e-4);
        assertThat(spec.plateau()).contains(new Plateau(0.5, 3, 1e-4, 0, 0));
        assertThat(spec(Map.of("clip", "value")).clipping()).isEqualTo(new Clipping.ByValue(1));
        assertThat(spec(Map.of("clip", "norm")).clipping()).isEqualTo(new Clipping.ByNorm(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name | adan | 'adan' is not one of the choices; allowed: one of sgd, adam, | did you mean 'adam'?",
                "learning-rate | 0 | '0' is out of range; allowed: a number > 0 | learning-rate",
                "beta1 | 1 | '1' is out of range; allowed: a number >= 0 and < 1 | beta1",
                "l2 | -1 | '-1' is out of range; allowed: a number >= 0 | l2",
                "clip | global | allowed: one of none, value, norm, global-norm | clip",
                "clip-at | 0 | '0' is out of range; allowed: a number > 0 | clip-at",
                "schedule.name | cosin | allowed: one of constant, linear, step | did you mean 'cosine'?",
                "schedule.factor | 1 | allowed: a number > 0 and < 1 | schedule.factor",
                "schedule.milestones | 3,0 | '0' is out of range; allowed: list of numbers > 0 | schedule.milestones",
                "schedule.patience | 0 | allowed: a whole number >= 1 | schedule.patience",
                "schedule.warmup | 3 | there is no option | did you mean 'schedule.warm-up'?",
            })
    void badValuesAreExplained(String key, String value, String what, String more) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> spec(Map.of(key, value)))
                .withMessageContaining(what)
                .withMessageContaining(more);
    }

    @Test
    void onlyWhatAnOptimiserUsesMatters() {
        assertThat(applicable(Map.of()))
                .containsExactly(
                        "name",
                        "learning-rate",
                        "beta1",
                        "beta2",
                        "epsilon",
                        "l2",
                        "clip",
                        "schedule.name",
                        "schedule.warm-up");
        assertThat(applicable(Map.of("name", "sgd", "clip", "norm", "schedule.name", "plateau")))
                .containsExactly(
                        "name",
                        "learning-rate",
                        "momentum",
                        "nesterov",
                        "l2",
                        "clip",
                        "clip-at",
                        "schedule.name",
                        "schedule.warm-up",
                        "schedule.factor",
                        "schedule.patience",
                        "schedule.threshold",
                        "schedule.cooldown",
                        "schedule.floor");
    }

    private static List<String> applicable(Map<String, ?> settings) {
        return SCHEMA.keys().stream()
                .filter(key -> !SCHEMA.inapplicable(settings).contains(key))
                .toList();
    }

    private static OptimiserSpec spec(Map<String, ?> settings) {
        return ((OptimiserOptions) SCHEMA.read(settings)).spec();
    }
}
