package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.diabolo.spi.error.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs read: one JSON object on standard output, and nothing of any library there. */
class OutputTest {
    @TempDir
    Path folder;

    @Test
    void trainPrintsOneJsonObjectAndNothingElse() {
        Outcome outcome = new DiaboloProcess(folder).run(TinyModel.arguments(Path.of("out"), "--json"));

        JsonNode json = outcome.json();
        assertThat(json.fieldNames())
                .toIterable()
                .contains("model", "recipe", "epochs", "steps", "seconds", "samplesPerSecond", "train", "validation");
        assertThat(json.path("model").asText())
                .isEqualTo(Path.of("out", "model.dbl").toString());
        assertThat(json.path("recipe").asText()).isEqualTo("ae");
        assertThat(json.path("epochs").asInt()).isEqualTo(1);
        assertThat(json.path("steps").asInt()).isEqualTo(2);
        assertThat(json.path("samplesPerSecond").isNumber()).isTrue();
        for (String part : List.of("train", "validation")) {
            assertThat(json.path(part).path("loss").isNumber()).as(part).isTrue();
            assertThat(json.path(part).path("terms").path("mse").isNumber())
                    .as(part)
                    .isTrue();
        }
        assertThat(json.path("validation").path("mse").isNumber()).isTrue();
        assertThat(outcome.error())
                .contains("recipe ae", "epoch 1/1")
                .doesNotContain("\r")
                .doesNotContain("SLF4J")
                .doesNotContain("INFO");
    }

    @Test
    void evaluatePrintsItsMeasures() {
        Path model = TinyModel.in(folder.resolve("m"));

        JsonNode json = new DiaboloProcess(folder)
                .run("evaluate", model, "--data", TinyModel.DATA, "--json")
                .json();

        assertThat(json.path("examples").asInt()).isEqualTo(200);
        for (String measure : List.of("mse", "mae", "psnr")) {
            assertThat(json.path(measure).isNumber()).as(measure).isTrue();
        }
        assertThat(json.path("terms").path("mse").isNumber()).isTrue();
    }

    @Test
    void commandsThatWriteFilesTellOfThem() {
        Path model = TinyModel.in(folder.resolve("m"));

        Path codes = folder.resolve("codes.npy");
        JsonNode encoded = Outcome.of("encode", model, "--data", TinyModel.DATA, "--out", codes, "--json")
                .json();
        assertThat(encoded.path("file").asText()).isEqualTo(codes.toString());
        assertThat(encoded.path("rows").asInt()).isEqualTo(200);
        assertThat(encoded.path("shape").get(0).asInt()).isEqualTo(2);

        Path back = folder.resolve("back.csv");
        assertThat(Outcome.of("decode", model, "--data", codes, "--out", back, "--json")
                        .json()
                        .path("shape")
                        .get(0)
                        .asInt())
                .isEqualTo(6);
        assertThat(back).exists();
        assertThat(Outcome.of("reconstruct", model, "--data", TinyModel.DATA, "--out", folder.resolve("r.npy"))
                        .succeeded()
                        .out())
                .contains("200 rows of 6");
    }

    @Test
    void aPictureIsToldOfAsJsonToo() {
        Path out = folder.resolve("digits");
        Outcome.of("train", "ae", "--epochs", 1, "--batch", 4096, "--set", "encoder.hidden=8", "--out", out, "--quiet")
                .succeeded();
        assertThat(out.resolve("reconstructions.png")).isNotEmptyFile();

        Path picture = folder.resolve("pairs.png");
        JsonNode json = Outcome.of(
                        "reconstruct", out.resolve("model.dbl"), "--data", "digits", "--out", picture, "--json")
                .json();

        assertThat(json.path("file").asText()).isEqualTo(picture.toString());
        assertThat(picture).isNotEmptyFile();
    }

    @Test
    void aMeasureWithoutANumberIsNull() {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        new Console(out, java.nio.charset.StandardCharsets.UTF_8, System.err)
                .json(java.util.Map.of("psnr", Double.POSITIVE_INFINITY));
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8).strip())
                .isEqualTo("{\"psnr\":null}");
    }

    @Test
    void quietSaysNothingButTheResult() {
        Outcome outcome =
                Outcome.of(TinyModel.arguments(folder.resolve("m"), "--quiet")).succeeded();

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.out()).startsWith("model ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plugins list",
                "plugins describe vanilla.dense",
                "recipes list",
                "recipes describe ae",
                "data list",
                "data describe random:10x3",
                "data describe sines:train=10,test=5"
            })
    void listingsAreForPeopleAndForPrograms(String command) {
        assertThat(Outcome.of((Object[]) command.split(" ")).succeeded().out()).isNotBlank();
        assertThat(Outcome.of((Object[]) (command + " --json").split(" "))
                        .json()
                        .isObject())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "train --help",
                "evaluate --help",
                "encode --help",
                "decode --help",
                "reconstruct --help",
                "compress --help",
                "decompress --help",
                "similar --help",
                "export --help",
                "plugins --help",
                "plugins list --help",
                "plugins describe --help",
                "recipes --help",
                "recipes list --help",
                "recipes describe --help",
                "data --help",
                "data list --help",
                "data describe --help",
                "help",
                "help train"
            })
    void helpIsAResult(String command) {
        Outcome outcome = Outcome.of((Object[]) command.split(" ")).succeeded();

        assertThat(outcome.error()).isEmpty();
        assertThat(outcome.out()).startsWith("Usage: diabolo");
        assertThat(outcome.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void withoutACommandTheHelpIsShownAsAnError() {
        Outcome outcome = Outcome.of();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.error()).contains("Usage: diabolo", "train");
    }

    @Test
    void theVersionIsTold() {
        assertThat(Outcome.of("--version").succeeded().out()).startsWith("diabolo ");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4, 5, 70, 129, 130, 143})
    void everyExitCodeIsToldInTheHelpAndInTheReadme(int code) throws IOException {
        assertThat(Outcome.of("--help").out()).containsPattern("\\n +" + code + " ");
        String readme = Files.readString(Path.of("..", "README.md"));
        assertThat(readme.substring(readme.indexOf("Exit codes:"), readme.indexOf("A second")))
                .containsPattern("[ \\n]" + code + " ");
    }

    @Test
    void theExitCodesOfFailuresAreAmongThoseTold() {
        assertThat(ErrorKind.values()).extracting(ErrorKind::exitCode).isSubsetOf(0, 2, 3, 4, 5, 70);
    }
}
