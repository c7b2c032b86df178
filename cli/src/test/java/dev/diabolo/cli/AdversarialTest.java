package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.diabolo.model.ModelArchive;
import dev.diabolo.model.ModelDocument;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Networks that play against each other, at a terminal. */
class AdversarialTest {
    private static final String DIGITS = "digits:200+50";
    private static final List<String> SMALL_STAGES =
            List.of("encoder.channels=2,2", "loss.discriminator.channels=2,2", "loss.discriminator.hidden=8");

    @TempDir
    Path folder;

    static Stream<List<String>> recipes() {
        List<String> dense = List.of("encoder.hidden=8", "loss.discriminator.hidden=8");
        List<String> generators = List.of("decoder.hidden=8", "loss.discriminator.hidden=8");
        return Stream.of(
                with("aae", dense),
                with("aae-mixture", dense),
                with("conv-aae", List.of("encoder.channels=2,2", "loss.discriminator.hidden=8")),
                with("gan", generators),
                with("wgan", generators),
                with("wgan-gp", generators),
                with("conv-gan", List.of("decoder.channels=2,2", "loss.discriminator.channels=2,2")),
                with("vae-gan", SMALL_STAGES),
                with("wae-gan", dense),
                with("bigan", dense),
                with("factor-vae", dense),
                with("ganomaly", SMALL_STAGES),
                with("alad", dense));
    }

    private static List<String> with(String recipe, List<String> settings) {
        List<String> all = new ArrayList<>(List.of(recipe));
        all.addAll(settings);
        return all;
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everyRecipeTrainsAndItsModelWorks(List<String> recipe) {
        Path model = train(DIGITS, 1, recipe).resolve("model.dbl");

        JsonNode measured =
                Outcome.of("evaluate", model, "--data", DIGITS, "--json").json();
        assertThat(measured.path("terms").size()).isGreaterThan(2);
        if (!recipe.get(0).equals("ganomaly")) {
            Outcome.of("generate", model, "--count", 3, "--out", folder.resolve("new.png"))
                    .succeeded();
        }
        Path codes = folder.resolve("codes.npy");
        if (recipe.get(0).contains("gan")
                && !List.of("vae-gan", "wae-gan", "bigan", "ganomaly").contains(recipe.get(0))) {
            assertThat(measured.has("mse")).isFalse();
            assertThat(Outcome.of("encode", model, "--data", DIGITS, "--out", codes)
                            .failed(2)
                            .error())
                    .contains("only generates", "with an encoder");
            assertThat(codes).doesNotExist();
        } else {
            assertThat(measured.path("mse").asDouble()).isBetween(0.0, 1.0);
            Outcome.of("encode", model, "--data", DIGITS, "--out", codes).succeeded();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "aae, vae.gaussian",
        "aae, vae.fixed-gaussian",
        "aae, adversarial.universal",
        "wae-gan, vae.gaussian",
        "wae-gan, vae.fixed-gaussian",
        "wae-gan, adversarial.universal",
        "bigan, vae.gaussian",
        "bigan, vae.fixed-gaussian",
        "bigan, adversarial.universal",
        "alad, vae.gaussian",
        "alad, vae.fixed-gaussian",
        "alad, adversarial.universal"
    })
    void codesMayBeOfAnyPosterior(String recipe, String posterior) {
        Path model = train(
                        DIGITS,
                        1,
                        List.of(
                                recipe,
                                "encoder.hidden=8",
                                "loss.discriminator.hidden=8",
                                "posterior.type=" + posterior,
                                "posterior.size=4"))
                .resolve("model.dbl");

        assertThat(Outcome.of("evaluate", model, "--data", DIGITS, "--json")
                        .json()
                        .path("mse")
                        .asDouble())
                .isBetween(0.0, 1.0);
    }

    private Path train(String data, int epochs, List<String> recipe) {
        Path out = folder.resolve(recipe.get(0));
        Outcome.of(arguments(data, epochs, recipe, out, "--quiet")).succeeded();
        return out;
    }

    private static Object[] arguments(String data, int epochs, List<String> recipe, Path out, String option) {
        List<Object> arguments = new ArrayList<>(
                List.of("train", recipe.get(0), "--data", data, "--out", out, "--epochs", epochs, option));
        recipe.stream().skip(1).forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return arguments.toArray();
    }

    @Test
    void theReportHasWhatEachPhaseDid() {
        JsonNode phases = Outcome.of(arguments(
                        DIGITS,
                        1,
                        List.of(
                                "aae",
                                "encoder.hidden=8",
                                "loss.discriminator.hidden=8",
                                "trainer.discriminator-steps=2"),
                        folder.resolve("report"),
                        "--json"))
                .json()
                .path("train")
                .path("phases");

        assertThat(phases.path("discriminator").path("steps").asInt())
                .isEqualTo(phases.path("reconstruction").path("steps").asInt() * 2);
        assertThat(phases.path("generator").path("gradientNorm").asDouble()).isPositive();
        assertThat(phases.path("discriminator").path("skipped").asInt()).isZero();
    }

    @Test
    void aDiscriminatorThatWinsIsWarnedOfWithWhatToChange() {
        // A generator that does not move.
        String shown = Outcome.of(arguments(
                        "ring:2000",
                        6,
                        List.of("gan", "latent=2", "learning-rate=1e-9", "discriminator-learning-rate=0.02"),
                        folder.resolve("wins"),
                        "--force"))
                .succeeded()
                .error();

        assertThat(shown).contains("accuracy", "gradient");
        assertThat(shown).containsOnlyOnce("the discriminator tells").contains("trainer.skip-above=0.8");
    }

    @Test
    void theReportAndTheModelHaveTheWarningsOfTheRun() throws IOException {
        Path out = folder.resolve("warned");
        List<String> game = List.of("gan", "latent=2", "learning-rate=1e-9", "discriminator-learning-rate=0.02");

        JsonNode warnings = Outcome.of(arguments("ring:2000", 6, game, out, "--json"))
                .json()
                .path("warnings");

        assertThat(warnings.findValuesAsText("code"))
                .containsExactly("adversarial.collapse", "adversarial.discriminator-wins");
        assertThat(warnings.path(1).path("epoch").asInt()).isBetween(2, 6);
        assertThat(warnings.path(1).path("message").asText()).contains("the discriminator tells");
        List<ModelDocument.Warning> kept =
                ModelArchive.read(out.resolve("model.dbl")).document().warnings();
        assertThat(kept).extracting(ModelDocument.Warning::epoch).containsExactlyElementsOf(epochs(warnings));
        assertThat(kept)
                .extracting(ModelDocument.Warning::message)
                .containsExactlyElementsOf(warnings.findValuesAsText("message"));
    }

    private static List<Integer> epochs(JsonNode warnings) {
        return warnings.findValues("epoch").stream().map(JsonNode::asInt).toList();
    }

    @Test
    void theReportOfARunWithoutWarningsSaysSo() {
        JsonNode report = Outcome.of(
                        arguments(DIGITS, 1, List.of("ae", "encoder.hidden=8"), folder.resolve("well"), "--json"))
                .json();

        assertThat(report.path("warnings").isArray()).isTrue();
        assertThat(report.path("warnings")).isEmpty();
    }

    @Test
    void aDivergingRunEndsWithFourNamesPhaseAndTermAndLeavesTheBestModel() {
        // Nothing bounds this critic, and it has one step in an epoch: the first ones go well.
        Path out = folder.resolve("diverging");
        Outcome outcome = Outcome.of(arguments(
                "ring:100",
                300,
                List.of(
                        "wgan",
                        "latent=2",
                        "trainer.clip-weights=0",
                        "trainer.discriminator-optimiser.name=sgd",
                        "discriminator-learning-rate=1"),
                out,
                "--force"));
        assertThat(outcome.code()).as(outcome.error()).isEqualTo(4);

        assertThat(outcome.error())
                .containsPattern("term '(discriminator|generator|spread)'|parameter 'loss/discriminator")
                .containsPattern("phase '(discriminator|generator)'");
        Outcome.of("generate", out.resolve("model.dbl"), "--count", 3, "--out", folder.resolve("left.csv"))
                .succeeded();
    }

    @Test
    void pointsAndCodesOfThePlaneAreDrawn() throws IOException {
        Path model = train(DIGITS, 1, List.of("aae-mixture", "encoder.hidden=8", "loss.discriminator.hidden=8"))
                .resolve("model.dbl");
        Path codes = folder.resolve("codes.png");
        Outcome.of("encode", model, "--data", DIGITS, "--out", codes).succeeded();
        assertThat(coloursOf(codes)).isGreaterThan(5);
        Path generator = train(
                        "ring:200", 1, List.of("gan", "latent=2", "decoder.hidden=8", "loss.discriminator.hidden=8"))
                .resolve("model.dbl");
        Path points = folder.resolve("points.png");
        Outcome.of("generate", generator, "--count", 300, "--out", points).succeeded();
        assertThat(coloursOf(points)).isGreaterThan(1);

        Path eight = train(DIGITS, 1, List.of("aae", "encoder.hidden=8", "loss.discriminator.hidden=8"))
                .resolve("model.dbl");
        assertThat(Outcome.of("encode", eight, "--data", DIGITS, "--out", codes)
                        .failed(2)
                        .error())
                .contains("no points of the plane", ".npy or .csv");
    }

    private static long coloursOf(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .distinct()
                .count();
    }

    @Test
    void codesOfAFileAreAPriorThatTheModelKeeps() throws IOException {
        Path file = Files.writeString(folder.resolve("codes.csv"), "1,1\n-1,-1\n");
        Path model = train(
                        DIGITS,
                        1,
                        List.of(
                                "aae",
                                "latent=2",
                                "encoder.hidden=8",
                                "loss.discriminator.hidden=8",
                                "prior.type=adversarial.samples",
                                "prior.file=" + file))
                .resolve("model.dbl");
        Files.delete(file);

        Path out = folder.resolve("new.csv");
        Outcome.of("generate", model, "--count", 50, "--seed", 1, "--out", out).succeeded();
        List<String> lines = Files.readAllLines(out);
        // Two codes, and so two different examples.
        assertThat(lines.subList(lines.size() - 50, lines.size()).stream().distinct())
                .hasSize(2);
    }
}
