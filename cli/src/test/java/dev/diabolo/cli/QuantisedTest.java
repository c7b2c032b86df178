package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes that are made of entries of a codebook. */
class QuantisedTest {
    private static final String DIGITS = "digits:1500+200";
    private static final int ENTRIES = 32;

    @TempDir
    static Path folder;

    private static Path model;

    @BeforeAll
    static void train() {
        model = train("moving", "encoder.channels=4,8", "posterior.entries=" + ENTRIES);
    }

    private static Path train(String name, String... settings) {
        Path out = folder.resolve(name);
        List<Object> arguments = new ArrayList<>(List.of("train", "vq-vae", "--data", DIGITS, "--out", out));
        arguments.addAll(List.of("--epochs", 4, "--batch", 16, "--quiet"));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        Outcome.of(arguments.toArray()).succeeded();
        return out.resolve("model.dbl");
    }

    @Test
    void mostOfTheCodebookIsUsed() {
        JsonNode json =
                Outcome.of("evaluate", model, "--data", DIGITS, "--json").json();

        JsonNode codebook = json.path("codebook");
        assertThat(codebook.path("entries").asInt()).isEqualTo(ENTRIES);
        assertThat(codebook.path("used").asInt()).isBetween((int) (0.6 * ENTRIES), ENTRIES);
        assertThat(codebook.path("perplexity").asDouble()).isBetween(2.0, (double) ENTRIES);
        assertThat(json.path("terms").path("commitment").asDouble()).isPositive();
        assertThat(json.has("negativeElbo")).isFalse();
    }

    @Test
    void aLearntCodebookOfVectorsInGroupsIsTrained() {
        Path vectors = train(
                "gradient",
                "encoder.type=vanilla.dense",
                "encoder.hidden=16",
                "decoder.type=vanilla.dense",
                "decoder.hidden=16",
                "posterior.codebook=gradient",
                "posterior.entries=8",
                "posterior.size=2",
                "posterior.groups=4");

        JsonNode json =
                Outcome.of("evaluate", vectors, "--data", DIGITS, "--json").json();
        assertThat(json.path("codebook").path("used").asInt()).isBetween(1, 8);
        assertThat(json.path("psnr").asDouble()).isGreaterThan(8);
    }

    @Test
    void codesWithEntriesThatASamplerNeverDrawsAreCountedAndNotInTheMean() {
        List<Object> call = new ArrayList<>(List.of("fit-sampler", model, "--data", "digits:12+200"));
        call.addAll(List.of("--sampler", "autoregressive", "--set", "sampler.training.epochs=1"));
        call.addAll(List.of("--set", "sampler.channels=4", "--set", "sampler.blocks=1"));
        call.addAll(List.of("--out", folder.resolve("few.dbl")));

        JsonNode json = Outcome.of(
                        Stream.concat(call.stream(), Stream.of("--json")).toArray())
                .json();
        assertThat(json.path("logDensity").asDouble()).isNegative();
        assertThat(json.has("neverDrawn")).isFalse();
        assertThat(json.path("testLogDensity").asDouble()).isFinite().isNegative();
        assertThat(json.path("testNeverDrawn").asInt()).isBetween(1, 199);
        assertThat(Outcome.of(call.toArray()).succeeded().out())
                .contains("(without " + json.path("testNeverDrawn").asInt() + " that it never draws)");
    }

    @Test
    void whatHasNoMeaningForEntriesIsRefused() {
        Path out = folder.resolve("never.png");
        assertThat(Outcome.of("interpolate", model, "--data", DIGITS, "--rows", "0,1", "--out", out)
                        .failed(2)
                        .error())
                .contains("interpolated", "entries of a codebook");
        assertThat(Outcome.of("traverse", model, "--data", DIGITS, "--out", out)
                        .failed(2)
                        .error())
                .contains("traversed", "entries of a codebook");
        assertThat(Outcome.of("fit-sampler", model, "--data", DIGITS, "--sampler", "gaussian", "--out", out)
                        .failed(2)
                        .error())
                .contains("entries of a codebook", "a sampler for choices");
        assertThat(Outcome.of("generate", model, "--out", out).failed(2).error())
                .contains("no distribution to draw codes from");
    }
}
