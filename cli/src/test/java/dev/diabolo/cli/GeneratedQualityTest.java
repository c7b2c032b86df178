package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diabolo evaluate} of what a model generates. */
class GeneratedQualityTest {
    private static final String DIGITS = "digits:1000+200";

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
        arguments.addAll(List.of("--epochs", 2, "--set", "encoder.hidden=8", "--set", "latent=4"));
        arguments.addAll(List.of("--set", "validation=0.2", "--quiet"));
        Outcome.of(arguments.toArray()).succeeded();
        return out.resolve("model.dbl");
    }

    private static Outcome evaluate(Path model, String data, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("evaluate", model, "--data", data));
        arguments.addAll(List.of(more));
        return Outcome.of(arguments.toArray());
    }

    @Test
    void nothingIsGeneratedUnlessAskedFor() {
        JsonNode json = evaluate(rows, TinyModel.DATA, "--json").json();

        assertThat(json.has("samples")).isFalse();
        assertThat(json.has("parzen")).isFalse();
        assertThat(json.has("leftOut")).isFalse();
    }

    @Test
    void theWindowTellsItsLikelihoodErrorAndWidth() {
        JsonNode json = evaluate(rows, TinyModel.DATA, "--parzen", "--samples", 300, "--json")
                .json();

        assertThat(json.path("samples").asInt()).isEqualTo(300);
        assertThat(json.path("parzen").isNumber()).isTrue();
        assertThat(json.path("parzenError").asDouble()).isPositive();
        assertThat(json.path("parzenWidth").asDouble()).isBetween(0.01, 1.0);
        // Without a test part, what chose the width is not measured.
        assertThat(json.path("parzenValidation").asInt()).isEqualTo(40);
        assertThat(json.path("parzenExamples").asInt()).isEqualTo(160);
        assertThat(json.has("priorMmd")).isFalse();
    }

    @Test
    void codesAreComparedWithThePrior() {
        JsonNode json = evaluate(rows, TinyModel.DATA, "--prior", "--json").json();

        assertThat(json.path("priorSource").asText()).isEqualTo("prior");
        assertThat(json.path("priorMmd").isNumber()).isTrue();
        assertThat(json.path("priorMmdThreshold").asDouble()).isPositive();
        assertThat(json.path("classifierError").asDouble()).isBetween(0.0, 1.0);
        assertThat(json.path("classifierErrorDeviation").asDouble()).isCloseTo(0.5 / Math.sqrt(200), within(1e-9));
        assertThat(json.has("samples")).isFalse();
    }

    @Test
    void samplesAreComparedWithLabelledData() {
        Object[] more = {"--classes", "--samples", 400, "--json"};
        JsonNode json = evaluate(pictures, DIGITS, more).json();

        assertThat(json.path("classifierAccuracy").asDouble()).isGreaterThan(0.8);
        assertThat(json.path("frechet").asDouble())
                .isGreaterThan(json.path("frechetOfTraining").asDouble());
        for (String share : List.of("precision", "recall", "coverage")) {
            assertThat(json.path(share).asDouble()).as(share).isBetween(0.0, 1.0);
        }
        // What was trained for a moment gives blots, of which nobody knows what they are.
        assertThat(json.path("classEntropy").asDouble())
                .isGreaterThan(json.path("classEntropyOfData").asDouble());
        int sum = 0;
        for (JsonNode count : json.path("classCounts")) {
            sum += count.asInt();
        }
        assertThat(sum).isEqualTo(400);
        assertThat(json.path("classCounts")).hasSize(10);
        assertThat(evaluate(pictures, DIGITS, more).json()).isEqualTo(json);
    }

    @Test
    void samplesOfAConditionalModelAreRecognisedAsTheirLabels() {
        Path out = folder.resolve("conditional");
        List<Object> arguments = new ArrayList<>(List.of("train", "cvae", "--data", DIGITS, "--out", out));
        arguments.addAll(List.of("--epochs", 40, "--batch", 32, "--set", "encoder.hidden=64", "--set", "latent=4"));
        arguments.add("--quiet");
        Outcome.of(arguments.toArray()).succeeded();

        JsonNode json = evaluate(out.resolve("model.dbl"), DIGITS, "--classes", "--prior", "--samples", 300, "--json")
                .json();

        assertThat(json.path("recognised").asDouble()).isBetween(0.5, 1.0);
        assertThat(json.path("priorMmd").isNumber()).isTrue();
        assertThat(evaluate(pictures, DIGITS, "--classes", "--samples", 100, "--json")
                        .json()
                        .has("recognised"))
                .isFalse();
    }

    @Test
    void whatIsNotPossibleIsLeftOutAndSaidSo() {
        JsonNode json = evaluate(rows, TinyModel.DATA, "--generation", "--samples", 200, "--json")
                .json();

        assertThat(json.has("parzen")).isTrue();
        assertThat(json.has("priorMmd")).isTrue();
        assertThat(json.has("frechet")).isFalse();
        assertThat(json.path("leftOut").path("classes").asText()).contains("labels");
        assertThat(evaluate(rows, TinyModel.DATA, "--generation", "--samples", 200)
                        .succeeded()
                        .out())
                .contains("parzen ", "standard error", "mmd ", "without --classes: ", "labels");
    }

    @Test
    void whatIsAskedForByNameAndNotPossibleIsRefused() {
        assertThat(evaluate(rows, TinyModel.DATA, "--classes", "--samples", 200)
                        .failed(2)
                        .error())
                .contains("labels");
        assertThat(evaluate(plain, TinyModel.DATA, "--parzen").failed(2).error())
                .contains("no distribution to draw codes from", "fit-sampler", "a recipe with a prior");
        assertThat(evaluate(rows, TinyModel.DATA, "--samples", 200).failed(2).error())
                .contains("--samples", "no effect", "--parzen");
        assertThat(evaluate(rows, TinyModel.DATA, "--parzen", "--samples", 99)
                        .failed(2)
                        .error())
                .contains("99 samples", "at least 100");
        assertThat(evaluate(rows, TinyModel.DATA, "--parzen", "--samples", 500_000_000)
                        .failed(2)
                        .error())
                .contains("do not fit into memory", "at most");
        assertThat(evaluate(rows, "random:99x6", "--prior").failed(2).error()).contains("99 examples", "at least 100");
    }

    @Test
    void aFittedSamplerTakesThePlaceOfThePrior() {
        Path fitted = folder.resolve("fitted.dbl");
        Outcome.of("fit-sampler", plain, "--data", TinyModel.DATA, "--sampler", "gaussian", "--out", fitted)
                .succeeded();

        JsonNode json = evaluate(fitted, TinyModel.DATA, "--prior", "--parzen", "--samples", 200, "--json")
                .json();

        assertThat(json.path("priorSource").asText()).isEqualTo("vae.gaussian");
        assertThat(json.path("priorMmd").asDouble()).isLessThan(0.2);
        assertThat(json.path("samples").asInt()).isEqualTo(200);
    }
}
