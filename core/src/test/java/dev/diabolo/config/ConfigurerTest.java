package dev.diabolo.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.diabolo.config.SampleComponents.Convolution;
import dev.diabolo.config.SampleComponents.Dense;
import dev.diabolo.config.SampleComponents.Noise;
import dev.diabolo.config.SampleComponents.Point;
import dev.diabolo.config.SampleComponents.Run;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurerTest {
    private static final Layer RECIPE = Layer.recipe("dense", "test.jar", SampleComponents.RECIPE);

    private final Configurer configurer = new Configurer(new SampleComponents());

    @TempDir
    Path folder;

    private RunConfiguration<Run> configure(Layer... aboveTheRecipe) {
        List<Layer> layers = new ArrayList<>(List.of(RECIPE));
        layers.addAll(Arrays.asList(aboveTheRecipe));
        return configurer.configure(layers, Run.class);
    }

    private RunConfiguration<Run> set(String... assignments) {
        return configure(Layer.assignments(
                Arrays.stream(assignments).map(Assignment::set).toList()));
    }

    private List<Problem> problemsOf(String... assignments) {
        DiaboloException error = catchThrowableOfType(DiaboloException.class, () -> set(assignments));
        assertThat(error).as("an error").isNotNull();
        assertThat(error.code()).isEqualTo("config.invalid");
        assertThat(error.kind()).isEqualTo(ErrorKind.USER);
        return error.problems();
    }

    private Layer file(String name, String text) throws IOException {
        return Layer.file(Files.writeString(folder.resolve(name), text));
    }

    @Test
    void aRecipeAloneConfiguresARun() {
        RunConfiguration<Run> run = configure();

        assertThat(run.root()).isEqualTo(new Run(20, 42, 0.1));
        assertThat(run.component(ComponentKind.ENCODER).options())
                .isEqualTo(new Dense(List.of(128, 64), SampleComponents.Activation.RELU));
        assertThat(run.component(ComponentKind.DECODER).options())
                .isEqualTo(new Dense(List.of(64, 128), SampleComponents.Activation.RELU));
        assertThat(run.component(ComponentKind.POSTERIOR).options()).isEqualTo(new Point(32));
        assertThat(run.summary()).isEqualTo("a dense autoencoder");
        assertThat(run.warnings()).isEmpty();
        assertThat(run.origins())
                .containsEntry("epochs", "recipe dense in test.jar:2")
                .containsEntry("seed", "the default");
    }

    @Test
    void theEffectiveConfigurationHasEveryKeyAndBindsBack() {
        RunConfiguration<Run> run = set("latent=8", "loss.note=a, b ${c");

        RunConfiguration<Run> again =
                configurer.configure(List.of(Layer.values("model.dbl", run.effective())), Run.class);

        assertThat(run.effective())
                .containsEntry("encoder.type", "test.dense")
                .containsEntry("decoder.hidden", List.of(64, 128))
                .containsEntry("trainer.optimiser.beta1", 0.9)
                .doesNotContainKey("latent");
        assertThat(again.root()).isEqualTo(run.root());
        assertThat(again.components()).isEqualTo(run.components());
        assertThat(again.effective()).isEqualTo(run.effective());
    }

    @Test
    void variablesOfTheRecipeAreSettings() {
        RunConfiguration<Run> run = set("latent=8", "learning-rate=0.01");

        assertThat(run.component(ComponentKind.POSTERIOR).options()).isEqualTo(new Point(8));
        assertThat(run.effective()).containsEntry("trainer.optimiser.learning-rate", 0.01);
        assertThat(run.variables()).containsEntry("latent", "8");
    }

    @Test
    void aSettingThatHasNoEffectIsRefused() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> set("trainer.optimiser.momentum=0.9", "trainer.optimiser.schedule.factor=0.1"))
                .withMessageContaining("trainer.optimiser.momentum (--set): it has no effect: it matters where")
                .withMessageContaining("trainer.optimiser.name is sgd or rmsprop, not adam")
                .withMessageContaining("leave it out, or set trainer.optimiser.name")
                .withMessageContaining("trainer.optimiser.schedule.factor (--set)");
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> configure(Layer.environment(Map.of("DIABOLO_TRAINER_OPTIMISER_CLIP_AT", "2"))))
                .withMessageContaining("trainer.optimiser.clip is value, norm or global-norm, not none");
    }

    @Test
    void whatALowerLayerSaidForAnotherChoiceDoesNotMatter() throws IOException {
        Layer file = file("a.yaml", "trainer.optimiser.beta1: 0.5\n");

        RunConfiguration<Run> run =
                configure(file, Layer.assignments(List.of(Assignment.set("trainer.optimiser.name=sgd"))));

        assertThat(run.effective())
                .containsEntry("trainer.optimiser.momentum", 0.0)
                .doesNotContainKeys("trainer.optimiser.beta1", "trainer.optimiser.schedule.factor");
        assertThat(configure(Layer.values(
                                "model.dbl", Map.of("trainer.optimiser.name", "sgd", "trainer.optimiser.beta1", 0.5)))
                        .effective())
                .isEqualTo(run.effective());
    }

    @Test
    void aSectionIsNotAKey() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> set("trainer.optimiser=sgd", "trainer.optimiser.schedule=cosine"))
                .withMessageContaining("did you mean 'trainer.optimiser.name'?")
                .withMessageContaining("did you mean 'trainer.optimiser.schedule.name'?");
    }

    @Test
    void mirroredListsFollowTheLayersAbove() {
        assertThat(set("encoder.hidden=9,8,7").effective()).containsEntry("decoder.hidden", List.of(7, 8, 9));
        assertThat(set("encoder.hidden=").effective()).containsEntry("decoder.hidden", List.of());
    }

    @Test
    void filesOfEveryFormatMeanTheSame() throws IOException {
        Map<String, Object> yaml = configure(file("a.yaml", "encoder:\n  hidden: [5, 4]\nlatent: 3\n"))
                .effective();

        assertThat(configure(file("a.json", "{\"encoder\": {\"hidden\": [5, 4]}, \"latent\": 3}"))
                        .effective())
                .isEqualTo(yaml);
        assertThat(configure(file("a.properties", "encoder.hidden = 5, 4\nlatent: 3\n"))
                        .effective())
                .isEqualTo(yaml);
        assertThat(yaml).containsEntry("encoder.hidden", List.of(5, 4)).containsEntry("posterior.size", 3);
    }

    @Test
    void theOrderIsRecipeFileEnvironmentCommandLine() throws IOException {
        Layer file = file("a.yaml", "epochs: 2\nseed: 2\nvalidation: 0.2\n");
        Layer environment = Layer.environment(Map.of("DIABOLO_SEED", "3", "DIABOLO_VALIDATION", "0.3", "HOME", "x"));

        RunConfiguration<Run> run =
                configure(file, environment, Layer.assignments(List.of(Assignment.set("validation=0.4"))));

        assertThat(run.root()).isEqualTo(new Run(2, 3, 0.4));
        assertThat(run.origins())
                .containsEntry("epochs", folder.resolve("a.yaml") + ":1")
                .containsEntry("seed", "environment variable DIABOLO_SEED")
                .containsEntry("validation", "--set");
    }

    @Test
    void variablesOfTheEnvironmentNameKeysWithDotsAndHyphens() {
        RunConfiguration<Run> run = configure(Layer.environment(Map.of(
                "DIABOLO_TRAINER_OPTIMISER_LEARNING_RATE", "0.5",
                "DIABOLO_ENCODER_TYPE", "test.convolution",
                "DIABOLO_ENCODER_FILTERS", "3",
                "DIABOLO_DECODER_HIDDEN", "4,5",
                "DIABOLO_DATA", "/data")));

        assertThat(run.effective())
                .containsEntry("trainer.optimiser.learning-rate", 0.5)
                .containsEntry("encoder.filters", 3)
                .containsEntry("decoder.hidden", List.of(4, 5));
    }

    @Test
    void anUnknownVariableOfTheEnvironmentIsAProblem() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> configure(Layer.environment(Map.of("DIABOLO_ENCODER_HIDEN", "1"))))
                .withMessageContaining("did you mean 'DIABOLO_ENCODER_HIDDEN'?");
    }

    @Test
    void everyProblemIsToldAtOnce() throws IOException {
        Layer file = file("a.yaml", "epochs: 0\nencoder:\n  hiden: 4\nseed: ${nowhere}\n");
        DiaboloException error = catchThrowableOfType(
                DiaboloException.class,
                () -> configure(
                        file,
                        Layer.assignments(Stream.of("loss.type=test.squard", "loss.x=1", "latent=many")
                                .map(Assignment::set)
                                .toList())));

        assertThat(error.problems())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "loss.type (--set): there is no loss 'test.squard'; allowed: test.squared;"
                                + " did you mean 'test.squared'?",
                        "encoder.hiden (" + folder.resolve("a.yaml") + ":3): there is no such key; allowed:"
                                + " encoder.type, encoder.hidden, encoder.activation; did you mean 'encoder.hidden'?",
                        "epochs (" + folder.resolve("a.yaml")
                                + ":1): '0' is out of range; allowed: a whole number >= 1",
                        "seed (" + folder.resolve("a.yaml") + ":4): it refers to 'nowhere', which has no value;"
                                + " give 'nowhere' a value, or this key one of its own",
                        "latent (--set), used for posterior.size: 'many' is not a whole number;"
                                + " allowed: a whole number >= 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epohcs=3 | did you mean 'epochs'?",
                "latnet=3 | did you mean 'latent'?",
                "encoder=test.dense | did you mean 'encoder.type'?",
                "encoder.type=dens | did you mean 'test.dense'?",
                "encoder.activation=rleu | did you mean 'relu'?",
                "seed=${epohcs} | did you mean 'epochs'?",
            })
    void nearNamesAreSuggested(String assignment, String remedy) {
        assertThat(problemsOf(assignment)).extracting(Problem::remedy).contains(remedy);
    }

    @Test
    void missingTypesAreProblems() {
        DiaboloException error =
                catchThrowableOfType(DiaboloException.class, () -> configurer.configure(List.of(), Run.class));

        assertThat(error.problems()).hasSize((int)
                ComponentKind.ALL.stream().filter(kind -> !kind.optional()).count());
        assertThat(error.problems().get(0).message())
                .isEqualTo("encoder.type: no encoder is named; allowed: test.convolution, test.dense");
    }

    @Test
    void aKindThatAModelMayDoWithoutIsLeftOut() {
        assertThat(configure().find(ComponentKind.CORRUPTION)).isEmpty();
        assertThat(set("corruption.type=none").find(ComponentKind.CORRUPTION)).isEmpty();
    }

    @Test
    void aKindThatAModelMayDoWithoutIsConfiguredWhereItIsNamed() {
        RunConfiguration<Run> run = set("corruption.type=test.noise", "corruption.rate=0.25");

        assertThat(run.find(ComponentKind.CORRUPTION).orElseThrow().options()).isEqualTo(new Noise(0.25));
        assertThat(run.effective()).containsEntry("corruption.rate", 0.25);
    }

    @Test
    void optionsOfAComponentThatIsNotThereAreProblems() {
        assertThat(problemsOf("corruption.rate=0.25"))
                .extracting(Problem::remedy)
                .containsExactly("name a component with corruption.type first");
        assertThat(problemsOf("corruption.type=test.nosie"))
                .extracting(Problem::remedy, Problem::allowed)
                .containsExactly(tuple("did you mean 'test.noise'?", "test.noise, none"));
    }

    @Test
    void cyclesAreProblems() {
        assertThat(problemsOf("epochs=${seed}", "seed=${epochs}"))
                .extracting(Problem::what)
                .contains("it refers to itself: epochs -> seed -> epochs");
        assertThat(problemsOf("encoder.hidden=${reverse:encoder.hidden}")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env:HOME",
                "sys:user.home",
                "script:javascript:1",
                "url:UTF-8:http://localhost/",
                "dns:localhost",
                "file:UTF-8:/etc/hostname",
                "base64Decoder:aGk=",
                "const:java.lang.Integer.MAX_VALUE",
                "date:yyyy",
                "java:version",
                "localhost:name",
                "properties:a::b",
                "resourceBundle:a:b",
                "urlDecoder:a",
                "xml:a:b"
            })
    void noLookupButOursIsUnderstood(String lookup) {
        assertThat(problemsOf("loss.note=${" + lookup + "}").get(0).allowed()).isEqualTo("${key}, ${reverse:key}");
        assertThat(problemsOf("loss.note=a ${" + lookup + "} b").get(0).allowed())
                .isEqualTo("${key}, ${reverse:key}");
    }

    @Test
    void referencesWithinTextAndListsAreReplaced() {
        RunConfiguration<Run> run = set("loss.note=${latent} of ${encoder.hidden}", "encoder.hidden=${latent},${seed}");

        assertThat(run.effective())
                .containsEntry("loss.note", "32 of 32,42")
                .containsEntry("encoder.hidden", List.of(32, 42));
    }

    @Test
    void referencesCanNotBlowUpTheMemoryOrTheStack() {
        StringBuilder doubling = new StringBuilder(SampleComponents.RECIPE).append("a0: 0123456789\n");
        StringBuilder chain = new StringBuilder(SampleComponents.RECIPE).append("a0: 1\n");
        for (int step = 1; step < 5000; step++) {
            doubling.append("a%d: ${a%d}${a%d}\n".formatted(step, step - 1, step - 1));
            chain.append("a%d: ${a%d}\n".formatted(step, step - 1));
        }
        for (StringBuilder recipe : List.of(doubling, chain)) {
            Layer layer = Layer.recipe("hostile", "test.jar", recipe.toString());

            assertThatExceptionOfType(DiaboloException.class)
                    .isThrownBy(() -> configurer.configure(
                            List.of(layer, Layer.assignments(List.of(Assignment.set("seed=${a4999}")))), Run.class));
        }
    }

    @Test
    void anotherComponentDropsWhatTheRecipeSetForTheOldOne() {
        RunConfiguration<Run> run = set("encoder.type=test.convolution", "decoder.hidden=4");

        assertThat(run.component(ComponentKind.ENCODER).options()).isEqualTo(new Convolution(8));
    }

    @Test
    void whatTheUserSetStaysAndMustSuitTheNewComponent() {
        assertThat(problemsOf("encoder.type=test.convolution", "encoder.hidden=4"))
                .extracting(Problem::where)
                .contains("encoder.hidden (--set)");
    }

    @Test
    void aReferenceToWhatTheNewComponentLacksIsExplained() {
        assertThat(problemsOf("encoder.type=test.convolution"))
                .extracting(Problem::what)
                .containsExactly("it refers to 'encoder.hidden', which has no value");
    }

    @Test
    void aVariableThatNothingRefersToAnyMoreIsAWarning() {
        assertThat(set("posterior.size=4", "latent=9").warnings())
                .containsExactly("'latent' (--set) has no effect: no key refers to it any more");
    }

    @Test
    void formerNamesAreUnderstoodWithAWarning() {
        RunConfiguration<Run> run = set("encoder.layers=3");

        assertThat(run.effective()).containsEntry("encoder.hidden", List.of(3));
        assertThat(run.warnings()).containsExactly("'encoder.layers' (--set) is now called 'encoder.hidden'");
        assertThat(problemsOf("encoder.layers=3", "encoder.hidden=3")).hasSize(1);
    }

    @Test
    void aNullInAModelIsAProblem() {
        Map<String, Object> values = new HashMap<>(configure().effective());
        values.put("seed", null);

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> configurer.configure(List.of(Layer.values("model.dbl", values)), Run.class))
                .withMessageContaining("seed (model.dbl): it has no value");
    }

    @Test
    void anAssignmentWithoutAValueIsRefused() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> Layer.assignments(
                        Stream.of("epochs", "=3").map(Assignment::set).toList()))
                .satisfies(error -> assertThat(error.problems()).hasSize(2));
    }

    @Test
    void aBadValueIsToldWhereItWasWritten() {
        assertThat(problemsOf("latent=0"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.where()).isEqualTo("latent (--set), used for posterior.size"));
    }

    @Test
    void aValueThatSeveralKeysUseIsToldOnce() {
        assertThat(problemsOf("encoder.hidden=-4"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.where()).isEqualTo("encoder.hidden (--set)"));
    }

    @Test
    void anUnknownComponentIsNotFollowedByWhatLacksItsOptions() {
        assertThat(problemsOf("encoder.type=test.nothing"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.where()).isEqualTo("encoder.type (--set)"));
    }
}
