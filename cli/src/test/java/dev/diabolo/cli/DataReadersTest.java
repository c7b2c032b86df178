package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are read as settings say, and by a model as they were when it learnt. */
class DataReadersTest {
    private static final Path EXAMPLES = Path.of("..", "examples");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"pictures,shapes,picture", "sequences,swing.csv,model"})
    void theExamplesRun(String example, String data, String mentioned) {
        Outcome outcome = Outcome.of(
                "train",
                "ae",
                "--config",
                EXAMPLES.resolve(example + ".yaml"),
                "--data",
                EXAMPLES.resolve("data").resolve(data),
                "--epochs",
                2,
                "--out",
                folder.resolve(example));
        assertThat(outcome.succeeded().out()).contains(mentioned);
    }

    @Test
    void aModelReadsOtherPicturesAsThoseItLearntFrom() throws IOException {
        Path pictures = EXAMPLES.resolve("data/shapes");
        Outcome.of(
                        "train",
                        "ae",
                        "--data",
                        pictures,
                        "--set",
                        "data.resize=8x8",
                        "--set",
                        "data.colour=grey",
                        "--set",
                        "encoder.hidden=4",
                        "--epochs",
                        1,
                        "--out",
                        folder)
                .succeeded();
        Path model = folder.resolve("model.dbl");
        Path codes = folder.resolve("codes.csv");
        Outcome.of("encode", model, "--data", pictures.resolve("test/star"), "--out", codes)
                .succeeded();
        assertThat(Files.readAllLines(codes).size()).isBetween(1, 2);
        Outcome.of("evaluate", model, "--data", pictures.resolve("test")).succeeded();
        Outcome.of("decode", model, "--data", codes, "--out", folder.resolve("back.npy"))
                .succeeded();

        Outcome other = Outcome.of("encode", model, "--data", pictures, "--set", "data.resize=9x8", "--out", codes)
                .failed(2);
        assertThat(other.error()).contains("1x8x9").contains("1x8x8");
    }

    @Test
    void aModelKeepsItsVocabulary() throws IOException {
        Path learnt =
                Files.writeString(folder.resolve("learnt.txt"), "red green\nred blue\ngreen blue\nblue\n".repeat(9));
        Outcome.of(
                        "train",
                        "ae",
                        "--data",
                        learnt,
                        "--set",
                        "data.reader=text",
                        "--set",
                        "encoder.hidden=4",
                        "--epochs",
                        1,
                        "--out",
                        folder)
                .succeeded();
        Path other = Files.writeString(folder.resolve("other.txt"), "blue yellow yellow yellow\n");
        Outcome.of("encode", folder.resolve("model.dbl"), "--data", other, "--out", folder.resolve("codes.npy"))
                .succeeded();
    }

    @Test
    void settingsOfAReaderAreListed() {
        String text = Outcome.of("data", "describe", "pictures").succeeded().out();
        assertThat(text).contains("data.resize").contains("default none");
        JsonNode json = Outcome.of("data", "list", "--json").json();
        assertThat(json.get("readers").has("sound")).isTrue();
        assertThat(Outcome.of("data", "list").succeeded().out()).contains("sequences");
    }

    @Test
    void dataAreDescribedAsSettingsSay() {
        Path swing = EXAMPLES.resolve("data/swing.csv");
        String text = Outcome.of(
                        "data", "describe", swing, "--set", "data.reader=sequences", "--set", "data.window=100")
                .succeeded()
                .out();
        assertThat(text).contains("2x100");
    }

    @Test
    void badSettingsAreToldWithTheirKeys() {
        Path pictures = EXAMPLES.resolve("data/shapes");
        assertThat(Outcome.of("data", "describe", pictures, "--set", "data.colur=grey", "--set", "data.fit=x")
                        .failed(2)
                        .error())
                .contains("data.colur")
                .contains("did you mean")
                .contains("data.fit");
        assertThat(Outcome.of("data", "describe", pictures, "--set", "colour=grey")
                        .failed(2)
                        .error())
                .contains("data.KEY=VALUE");
        assertThat(Outcome.of("train", "ae", "--data", pictures, "--set", "data.reader=photos", "--out", folder)
                        .failed(2)
                        .error())
                .contains("data.reader (--set)")
                .contains("pictures");
        assertThat(Outcome.of("train", "ae", "--data", "digits:10+10", "--set", "data.resize=8x8", "--out", folder)
                        .failed(2)
                        .error())
                .contains("data.resize (--set)")
                .contains("no effect");
        assertThat(Outcome.of("train", "ae", "--data", "digits", "--set", "data.source=mnist", "--out", folder)
                        .failed(2)
                        .error())
                .contains("given twice");
    }
}
