package dev.diabolo.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.option.Option;
import dev.diabolo.spi.training.OptimiserOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionSchemaTest {
    private final OptionSchema schema = OptionSchema.of(SampleOptions.class);

    @Test
    void defaultsComeFromTheAnnotations() {
        assertThat(schema.defaults())
                .isEqualTo(new SampleOptions(
                        List.of(128, 64),
                        List.of(),
                        List.of("mean"),
                        List.of(SampleOptions.Kind.LEAKY_RELU, SampleOptions.Kind.TANH),
                        SampleOptions.Kind.LEAKY_RELU,
                        3,
                        42,
                        0.5,
                        true,
                        "",
                        (OptimiserOptions)
                                OptionSchema.of(OptimiserOptions.class).defaults()));
    }

    @Test
    void keysAreKebabCaseAndNestedOnesDotted() {
        assertThat(schema.keys()).startsWith("hidden", "shares").contains("optimiser.learning-rate", "optimiser.beta1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hidden | list of whole numbers >= 1",
                "shares | list of numbers >= 0 and <= 1",
                "names | list of texts, at least 1",
                "kinds | list of any of leaky-relu, tanh",
                "activation | one of leaky-relu, tanh",
                "count | a whole number >= 1",
                "share | a number > 0 and <= 1",
                "bias | true or false",
                "note | text",
                "optimiser.learning-rate | a number > 0",
            })
    void everyFieldSaysWhatItAllows(String key, String allowed) {
        assertThat(schema.field(key).orElseThrow().allowed()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hidden | 128,x | 'x' is not a whole number",
                "hidden | 0 | '0' is out of range",
                "count | 1.5 | '1.5' is not a whole number",
                "count | 9999999999 | '9999999999' is not a whole number of that size",
                "count | 1e999999999 | '1e999999999' is not a whole number of that size",
                "share | NaN | 'NaN' is not a number",
                "share | 1e999 | '1e999' is out of range",
                "share | 0 | '0' is out of range",
                "bias | yes | 'yes' is neither true nor false",
                "activation | tahn | 'tahn' is not one of the choices",
                "names | [] | the list has only 0 elements",
            })
    void refusesWhatIsNotAllowed(String key, String text, String what) {
        Binding binding = schema.bind(Map.of(key, text));

        assertThat(binding.problems()).containsOnlyKeys(key);
        assertThat(binding.problems().get(key).what()).isEqualTo(what);
        assertThat(binding.problems().get(key).allowed())
                .isEqualTo(schema.field(key).orElseThrow().allowed());
    }

    @Test
    void everyProblemIsToldAtOnce() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> schema.read(Map.of("count", "0", "activation", "tahn", "optimiser.beta3", 1)))
                .satisfies(error -> {
                    assertThat(error.kind()).isEqualTo(ErrorKind.USER);
                    assertThat(error.problems()).hasSize(3);
                })
                .withMessageContaining("did you mean 'tanh'?")
                .withMessageContaining("did you mean 'optimiser.beta1'?");
    }

    @Test
    void listsMayBeTextOrValues() {
        assertThat(schema.read(Map.of("hidden", "[5, 4]"))).isEqualTo(schema.read(Map.of("hidden", List.of(5, "4"))));
    }

    @Test
    void aMissingElementIsAProblemNotACrash() {
        List<Integer> withHole = new java.util.ArrayList<>();
        withHole.add(null);
        Map<String, Object> values = new HashMap<>();
        values.put("hidden", withHole);
        values.put("count", null);

        assertThat(schema.bind(values).problems()).containsOnlyKeys("hidden", "count");
    }

    @Test
    void plainValuesBindBack() {
        Map<String, Object> values = schema.values(schema.defaults());

        assertThat(values)
                .containsEntry("kinds", List.of("leaky-relu", "tanh"))
                .containsEntry("optimiser.name", "adam");
        assertThat(schema.read(values)).isEqualTo(schema.defaults());
    }

    @Test
    void formerNamesLeadToTheNewKey() {
        assertThat(schema.formerly("layers")).map(OptionField::key).contains("hidden");
    }

    public enum Shape {
        FLAT,
        ROUND,
        SQUARE
    }

    public record Figure(
            @Option(help = "h", defaultValue = "flat") Shape shape,

            @Option(help = "h", defaultValue = "1", when = "shape=round")
            double radius,

            @Option(help = "h", defaultValue = "2", when = "shape=round, square")
            double height) {}

    public record Drawing(@Option(help = "h") Figure figure) {}

    @Test
    void anOptionMattersWhereItsConditionHolds() {
        OptionSchema drawing = OptionSchema.of(Drawing.class);

        assertThat(drawing.inapplicable(Map.of())).containsExactly("figure.radius", "figure.height");
        assertThat(drawing.inapplicable(Map.of("figure.shape", "square"))).containsExactly("figure.radius");
        assertThat(drawing.inapplicable(Map.of("figure.shape", Shape.ROUND))).isEmpty();
        assertThat(drawing.inapplicable(Map.of("figure.shape", "rond"))).isEmpty();
        assertThat(drawing.field("figure.height").flatMap(OptionField::when))
                .map(Condition::describe)
                .contains("figure.shape is round or square");
    }

    public record Untold(int count) {}

    public record ConditionOfNothing(
            @Option(help = "h", defaultValue = "1", when = "shape=round")
            int count) {}

    public record ConditionOfNoEnum(
            @Option(help = "h", defaultValue = "1") int number,

            @Option(help = "h", defaultValue = "1", when = "number=2")
            int count) {}

    public record ConditionNeverMet(
            @Option(help = "h", defaultValue = "flat") Shape shape,

            @Option(help = "h", defaultValue = "1", when = "shape=oval")
            int count) {}

    public record ConditionOfARecord(
            @Option(help = "h", defaultValue = "flat") Shape shape,
            @Option(help = "h", when = "shape=flat") Figure count) {}

    public record OutOfItsRange(
            @Option(help = "h", defaultValue = "2", max = 1) int count) {}

    public record NoDefault(@Option(help = "h") int count) {}

    public record Unsupported(
            @Option(help = "h", defaultValue = "1") float count) {}

    public record RawList(
            @SuppressWarnings("rawtypes") @Option(help = "h")
            List count) {}

    public record RangeOfText(@Option(help = "h", max = 3) String count) {}

    public record TwoOfAKey(
            @Option(help = "h", defaultValue = "1") int count,

            @Option(help = "h", defaultValue = "1", formerNames = "count")
            int number) {}

    public record ContainsItself(@Option(help = "h") ContainsItself count) {}

    public record RefusesItsDefaults(
            @Option(help = "h", defaultValue = "1") int count) {
        public RefusesItsDefaults {
            throw new IllegalArgumentException("never");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Untold | has no @Option",
                "OutOfItsRange | '2' is out of range",
                "NoDefault | '' is not a whole number",
                "Unsupported | can't have the type float",
                "RawList | can't have the type java.util.List",
                "RangeOfText | not a number",
                "TwoOfAKey | two options have this key",
                "ContainsItself | contains itself",
                "ConditionOfNothing | depends on 'shape', which is no enum",
                "ConditionOfNoEnum | depends on 'number', which is no enum",
                "ConditionNeverMet | the choices are [flat, round, square]",
                "ConditionOfARecord | its parts can",
                "RefusesItsDefaults | refuses its own defaults",
            })
    void malformedRecordsAreThePluginsFault(String name, String what) throws ClassNotFoundException {
        Class<?> type = Class.forName(OptionSchemaTest.class.getName() + "$" + name);

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> OptionSchema.of(type))
                .withMessageContaining(type.getName())
                .withMessageContaining(what)
                .satisfies(error -> assertThat(error.kind()).isEqualTo(ErrorKind.PLUGIN));
    }
}
