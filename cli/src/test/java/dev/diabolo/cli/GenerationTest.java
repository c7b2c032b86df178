package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made from codes: new examples, those between others, and what each dimension does. */
class GenerationTest {
    private static final String DIGITS = "digits:500+100";

    @TempDir
    static Path folder;

    private static Path pictures;
    private static Path rows;
    private static Path plain;

    @BeforeAll
    static void train() {
        pictures = train("vae", DIGITS, "pictures");
        rows = train("vae", TinyModel.DATA, "rows");
        plain = TinyModel.in(folder.resolve("plain"));
    }

    private static Path train(String recipe, String data, String name) {
        Path out = folder.resolve(name);
        List<Object> arguments = new ArrayList<>(List.of("train", recipe, "--data", data, "--out", out));
        arguments.addAll(List.of("--epochs", 1, "--set", "encoder.hidden=8", "--set", "latent=4"));
        arguments.add("--quiet");
        Outcome.of(arguments.toArray()).succeeded();
        return out.resolve("model.dbl");
    }

    @Test
    void generatedImagesAreAPicture() throws IOException {
        Path out = folder.resolve("grid.png");

        JsonNode json = Outcome.of("generate", pictures, "--count", 20, "--seed", 3, "--out", out, "--json")
                .json();

        assertThat(json.path("count").asInt()).isEqualTo(20);
        // Sixteen images of 28 pixels in a row, doubled, with gaps of 2; 12 more between rows.
        BufferedImage image = ImageIO.read(out.toFile());
        assertThat(image.getWidth()).isEqualTo(16 * 58 + 2);
        assertThat(image.getHeight()).isEqualTo(2 * 58 + 2 + 12);
    }

    @Test
    void theSeedDecidesAndAnExampleDoesNotDependOnTheirNumber() throws IOException {
        List<String> ten = generate("ten.csv", 10, 5);
        List<String> thousand = generate("thousand.csv", 1000, 5);

        assertThat(thousand.subList(0, 10)).isEqualTo(ten);
        assertThat(thousand).doesNotHaveDuplicates();
        assertThat(generate("other.csv", 10, 6)).doesNotContainAnyElementsOf(ten);
    }

    private static List<String> generate(String name, int count, int seed) throws IOException {
        Path out = folder.resolve(name);
        Outcome.of("generate", rows, "--count", count, "--seed", seed, "--out", out)
                .succeeded();
        List<String> lines = Files.readAllLines(out);
        return lines.subList(lines.size() - count, lines.size());
    }

    @Test
    void whatCannotBeGeneratedIsRefused() {
        assertThat(Outcome.of("generate", plain, "--out", folder.resolve("no.csv"))
                        .failed(2)
                        .error())
                .contains("no distribution to draw codes from", "a recipe with a prior");
        assertThat(Outcome.of("generate", rows, "--out", folder.resolve("no.png"))
                        .failed(2)
                        .error())
                .contains("no images", ".npy or .csv");
        assertThat(Outcome.of("generate", rows, "--count", 0, "--out", folder.resolve("no.csv"))
                        .failed(2)
                        .error())
                .contains("0 examples", "1 or more");
        assertThat(Outcome.of("generate", rows, "--out", folder.resolve("no.txt"))
                        .failed(2)
                        .error())
                .contains("no.txt", ".png, .npy or .csv");
    }

    @Test
    void aModelWithoutPriorGeneratesFromAFittedSampler() throws IOException {
        Path fitted = folder.resolve("fitted.dbl");
        JsonNode json = Outcome.of(
                        "fit-sampler",
                        plain,
                        "--data",
                        TinyModel.DATA,
                        "--sampler",
                        "gaussian-mixture",
                        "--set",
                        "sampler.components=3",
                        "--out",
                        fitted,
                        "--json")
                .json();
        assertThat(json.path("sampler").asText()).isEqualTo("vae.gaussian-mixture");
        assertThat(json.path("options").path("components").asInt()).isEqualTo(3);

        Path saved = folder.resolve("saved.csv");
        assertThat(Outcome.of("generate", fitted, "--count", 12, "--out", saved, "--json")
                        .json()
                        .path("from")
                        .asText())
                .isEqualTo("vae.gaussian-mixture");
        Path atOnce = folder.resolve("at-once.csv");
        Outcome.of(
                        "generate",
                        plain,
                        "--count",
                        12,
                        "--sampler",
                        "gaussian-mixture",
                        "--data",
                        TinyModel.DATA,
                        "--set",
                        "sampler.components=3",
                        "--out",
                        atOnce)
                .succeeded();
        List<double[]> one = numbers(saved, 12);
        List<double[]> other = numbers(atOnce, 12);
        for (int i = 0; i < 12; i++) {
            assertThat(one.get(i)).containsExactly(other.get(i), within(1e-3));
        }
        assertThat(one.get(0)).isNotEqualTo(one.get(1));
        // What else a model is for does not change.
        Outcome.of("evaluate", fitted, "--data", TinyModel.DATA).succeeded();
        Path codes = folder.resolve("codes.csv");
        Outcome.of("encode", fitted, "--data", TinyModel.DATA, "--out", codes).succeeded();
    }

    @Test
    void aSamplerThatCannotBeIsRefused() {
        Path out = folder.resolve("never.csv");
        assertThat(Outcome.of("generate", plain, "--sampler", "gausian", "--data", TinyModel.DATA, "--out", out)
                        .failed(2)
                        .error())
                .contains("no sampler 'gausian'", "vae.gaussian-mixture", "did you mean");
        assertThat(Outcome.of("generate", plain, "--sampler", "gaussian", "--out", out)
                        .failed(2)
                        .error())
                .contains("--data", "fit-sampler");
        assertThat(Outcome.of("generate", rows, "--data", TinyModel.DATA, "--out", out)
                        .failed(2)
                        .error())
                .contains("no effect", "--sampler");
        assertThat(Outcome.of(
                                "generate",
                                plain,
                                "--sampler",
                                "gaussian",
                                "--data",
                                TinyModel.DATA,
                                "--set",
                                "sampler.component=3",
                                "--out",
                                out)
                        .failed(2)
                        .error())
                .contains("error: sampler.component: there is no option");
    }

    @Test
    void densitiesOfCodesItWasNotFittedToTellThatASamplerKnowsItsOwnByHeart() {
        List<Object> call = new ArrayList<>(List.of("fit-sampler", pictures, "--data", DIGITS));
        call.addAll(List.of("--sampler", "kernel-density", "--set", "sampler.bandwidth=0.1"));
        call.addAll(List.of("--out", folder.resolve("narrow.dbl")));
        assertThat(Outcome.of(call.toArray()).succeeded().out()).contains("of the first 100 codes of the test part");

        call.addAll(List.of("--json"));
        JsonNode json = Outcome.of(call.toArray()).json();
        assertThat(json.path("testLogDensity").asDouble())
                .isFinite()
                .isLessThan(json.path("logDensity").asDouble() - 1);
    }

    @Test
    void withoutTestPartThereIsNoDensityOfIt() {
        JsonNode json = Outcome.of(
                        "fit-sampler",
                        plain,
                        "--data",
                        TinyModel.DATA,
                        "--sampler",
                        "gaussian",
                        "--out",
                        folder.resolve("without-test.dbl"),
                        "--json")
                .json();
        assertThat(json.path("logDensity").isNumber()).isTrue();
        assertThat(json.has("testLogDensity")).isFalse();
    }

    @Test
    void aWayBeginsAndEndsAtBothReconstructions() throws IOException {
        Path way = folder.resolve("way.csv");
        Outcome.of("interpolate", rows, "--data", TinyModel.DATA, "--rows", "3,7", "--steps", 5, "--out", way)
                .succeeded();
        Path back = folder.resolve("back.csv");
        Outcome.of("reconstruct", rows, "--data", TinyModel.DATA, "--out", back).succeeded();
        List<double[]> walked = numbers(way, 10);
        List<double[]> restored = numbers(back, 200);

        for (int begin : List.of(0, 5)) {
            assertThat(walked.get(begin)).containsExactly(restored.get(3), within(1e-5));
            assertThat(walked.get(begin + 4)).containsExactly(restored.get(7), within(1e-5));
        }
        assertThat(walked.get(2)).isNotEqualTo(walked.get(7));
    }

    @Test
    void interpolationsAndTraversalsAreDrawn() throws IOException {
        Path way = folder.resolve("way.png");
        JsonNode json = Outcome.of("interpolate", pictures, "--data", DIGITS, "--rows", "0,1", "--out", way, "--json")
                .json();
        assertThat(json.path("ways")).hasSize(2);
        assertThat(ImageIO.read(way.toFile()).getHeight()).isEqualTo(2 * 58 + 2 + 12);
        assertThat(ImageIO.read(way.toFile()).getWidth()).isEqualTo(10 * 58 + 2);

        Path dimensions = folder.resolve("dimensions.png");
        JsonNode traversed = Outcome.of(
                        "traverse", pictures, "--data", DIGITS, "--row", 2, "--steps", 7, "--out", dimensions, "--json")
                .json();
        assertThat(ImageIO.read(dimensions.toFile()).getHeight()).isEqualTo(4 * 58 + 2 + 3 * 12);
        assertThat(traversed.path("dimensions")).hasSize(4);
        List<Double> divergences = new ArrayList<>();
        traversed.path("kl").forEach(value -> divergences.add(-value.asDouble()));
        assertThat(divergences).hasSize(4).isSorted();
    }

    @Test
    void aTraversalWithoutDataBeginsAtZero() throws IOException {
        Path out = folder.resolve("zero.csv");
        JsonNode json = Outcome.of("traverse", rows, "--steps", 3, "--out", out, "--json")
                .json();

        assertThat(json.path("dimensions").get(2).asInt()).isEqualTo(2);
        List<double[]> walked = numbers(out, 12);
        assertThat(walked.get(1)).isEqualTo(walked.get(4));
        assertThat(walked.get(0)).isNotEqualTo(walked.get(2));
    }

    @Test
    void aModelWithoutPriorIsTraversedOnDataOnly() {
        Path out = folder.resolve("plain.csv");
        assertThat(Outcome.of("traverse", plain, "--out", out).failed(2).error())
                .contains("--data");
        assertThat(Outcome.of("traverse", plain, "--data", TinyModel.DATA, "--order", "kl", "--out", out)
                        .failed(2)
                        .error())
                .contains("--order index");
        Outcome.of("traverse", plain, "--data", TinyModel.DATA, "--top", 1, "--out", out)
                .succeeded();
    }

    @Test
    void rowsThatAreNotThereAreRefused() {
        Path out = folder.resolve("none.csv");
        assertThat(Outcome.of("interpolate", rows, "--data", TinyModel.DATA, "--rows", "0,200", "--out", out)
                        .failed(2)
                        .error())
                .contains("no row 200", "0 to 199");
        assertThat(Outcome.of("interpolate", rows, "--data", TinyModel.DATA, "--rows", "0", "--out", out)
                        .failed(2)
                        .error())
                .contains("two rows");
        assertThat(Outcome.of(
                                "interpolate",
                                rows,
                                "--data",
                                TinyModel.DATA,
                                "--rows",
                                "0,1",
                                "--steps",
                                1,
                                "--out",
                                out)
                        .failed(2)
                        .error())
                .contains("2 or more");
    }

    @Test
    void evaluateTellsTheBoundAndItsParts() {
        JsonNode json = Outcome.of(
                        "evaluate",
                        rows,
                        "--data",
                        TinyModel.DATA,
                        "--elbo-samples",
                        50,
                        "--nll-samples",
                        500,
                        "--json")
                .json();

        double bound = json.path("negativeElbo").asDouble();
        JsonNode terms = json.path("terms");
        assertThat(terms.path("reconstruction").asDouble() + terms.path("kl").asDouble())
                .isCloseTo(bound, within(1e-9));
        double sum = 0;
        for (JsonNode dimension : json.path("klPerDimension")) {
            sum += dimension.asDouble();
        }
        assertThat(sum).isCloseTo(terms.path("kl").asDouble(), within(1e-6));
        double nll = json.path("nll").asDouble();
        assertThat(nll).isLessThan(bound).isGreaterThan(0);
        assertThat(json.path("activeUnits").asInt()).isBetween(0, 4);
        assertThat(json.path("bitsPerDimension").asDouble()).isCloseTo(nll / (6 * Math.log(2)), within(1e-9));
        assertThat(Outcome.of("evaluate", rows, "--data", TinyModel.DATA)
                        .succeeded()
                        .out())
                .contains("negative elbo", "active units", "bits per dimension");
    }

    @ParameterizedTest
    @CsvSource({"--elbo-samples,0,'1 to 1,000,000'", "--nll-samples,1000001,'0 to 1,000,000'", "--nll-samples,-1,'0 to'"
    })
    void numbersOfSamplesOutOfRangeAreRefusedByTheirOption(String option, int samples, String allowed) {
        assertThat(Outcome.of("evaluate", rows, "--data", TinyModel.DATA, option, samples)
                        .failed(2)
                        .error())
                .contains(option + ": " + samples + " is out of range", allowed);
    }

    @Test
    void anEstimateOfTheLikelihoodNeedsAVariationalModel() {
        assertThat(Outcome.of("evaluate", plain, "--data", TinyModel.DATA, "--nll-samples", 50)
                        .failed(2)
                        .error())
                .contains("--nll-samples", "no prior");
        assertThat(Outcome.of("evaluate", plain, "--data", TinyModel.DATA, "--json")
                        .json()
                        .has("negativeElbo"))
                .isFalse();
    }

    private static List<double[]> numbers(Path file, int count) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<double[]> numbers = new ArrayList<>();
        for (String line : lines.subList(lines.size() - count, lines.size())) {
            String[] cells = line.split(",");
            double[] row = new double[cells.length];
            for (int i = 0; i < row.length; i++) {
                row[i] = Double.parseDouble(cells[i]);
            }
            numbers.add(row);
        }
        return numbers;
    }
}
