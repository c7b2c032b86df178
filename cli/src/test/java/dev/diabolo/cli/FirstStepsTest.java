package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody meets who uses Diabolo for the first time. */
class FirstStepsTest {
    @TempDir
    Path folder;

    private Path table(String name, double... factors) throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(row -> IntStream.range(0, factors.length)
                        .mapToObj(column -> String.valueOf(factors[column] * ((row * 7 + column * 3) % 11)))
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve(name), rows + "\n");
    }

    private Outcome train(Path data, Object... more) {
        Object[] arguments = new Object[10 + more.length];
        Object[] fixed = {
            "train", "ae", "--data", data, "--epochs", 1, "--set", "encoder.hidden=4", "--out", folder.resolve("run")
        };
        System.arraycopy(fixed, 0, arguments, 0, fixed.length);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        return Outcome.of(arguments);
    }

    @Test
    void columnsOfVeryDifferentRangesAreWarnedOf() throws IOException {
        Outcome different = train(table("salaries.csv", 1, 10_000, 0.5)).succeeded();
        Outcome alike = train(table("alike.csv", 1, 50, 1)).succeeded();

        assertThat(different.error()).contains("warning: columns have very different ranges", "column 2", "column 3");
        assertThat(alike.error()).doesNotContain("warning");
    }

    @Test
    void aSingleExampleIsWarnedOf() throws IOException {
        Path series = table("series.csv", 1, 2);

        Outcome outcome = Outcome.of(
                        "train",
                        "lstm-ae",
                        "--data",
                        series,
                        "--set",
                        "data.reader=sequences",
                        "--set",
                        "encoder.units=2",
                        "--epochs",
                        1,
                        "--out",
                        folder.resolve("run"))
                .succeeded();

        assertThat(outcome.error()).contains("a single example of 2x40", "data.window", ": 1 example of");
    }

    @Test
    void principalComponentsThatAreMeasuredOnWhatTheyWereFittedOnSaySo() {
        Path model = TinyModel.in(folder.resolve("m"));

        String alone = Outcome.of("evaluate", model, "--data", TinyModel.DATA, "--baseline", "pca")
                .succeeded()
                .out();

        assertThat(alone).contains("fitted on 200 examples, the same that it is measured on");
        assertThat(Outcome.of("evaluate", model, "--data", TinyModel.DATA, "--baseline", "pca", "--json")
                        .json()
                        .path("pca")
                        .path("fittedOnMeasured")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void theCorruptionsNameMayStandApart() {
        Path model = TinyModel.in(folder.resolve("m"));
        Path out = folder.resolve("made/for/it/restored.npy");

        Outcome.of("reconstruct", model, "--corrupt", "gaussian", "--data", TinyModel.DATA, "--out", out)
                .succeeded();

        assertThat(out).isRegularFile();
    }

    @Test
    void shortNamesOfComponentsAreUnderstood() {
        TinyModel.in(folder.resolve("m"), "--set", "corruption.type=gaussian", "--set", "loss.type=mse");
    }

    /** In messages, a setting is called what it has to be called to be set. */
    @Test
    void settingsAreToldWithTheirWholeNames() {
        Path model = TinyModel.in(folder.resolve("m"));

        Outcome corrupted = Outcome.of(
                        "reconstruct",
                        model,
                        "--corrupt=gaussian",
                        "--set",
                        "corruption.deviaton=1",
                        "--data",
                        TinyModel.DATA,
                        "--out",
                        folder.resolve("x.npy"))
                .failed(2);
        Outcome heads = Outcome.of(
                        "train",
                        "attention-ae",
                        "--data",
                        "digits",
                        "--set",
                        "encoder.heads=7",
                        "--out",
                        folder.resolve("h"))
                .failed(2);
        Outcome patch = Outcome.of(
                        "train",
                        "attention-ae",
                        "--data",
                        "digits",
                        "--set",
                        "encoder.patch=5",
                        "--out",
                        folder.resolve("h"))
                .failed(2);

        assertThat(corrupted.error()).contains("corruption.deviaton");
        assertThat(heads.error()).contains("encoder.heads");
        assertThat(patch.error()).contains("encoder.patch", "1, 2, 4, 7, 14, 28");
    }

    @ParameterizedTest
    @CsvSource({"reconstruct", "decode", "decompress"})
    void pictureNamesAreAmongThoseAllowed(String command) {
        Path model = TinyModel.in(folder.resolve("m"));
        Object[] arguments = command.equals("decompress")
                ? new Object[] {command, model, folder.resolve("x.dblc"), "--out", folder.resolve("p.gif")}
                : new Object[] {command, model, "--data", TinyModel.DATA, "--out", folder.resolve("p.gif")};

        assertThat(Outcome.of(arguments).failed(2).error()).contains("ends in .png, .npy or .csv");
    }

    /** Black and white are those of the data, not those of what the codes happen to give. */
    @Test
    void decodedImagesAreAsBrightAsTheData() throws IOException {
        Path run = folder.resolve("d");
        Outcome.of(
                        "train",
                        "ae",
                        "--epochs",
                        1,
                        "--set",
                        "encoder.hidden=4",
                        "--set",
                        "latent=2",
                        "--out",
                        run,
                        "--quiet")
                .succeeded();
        Path codes = Files.writeString(folder.resolve("codes.csv"), "0,0\n0.1,0\n0,0.1\n");
        Path picture = folder.resolve("decoded.png");

        Outcome outcome = Outcome.of("decode", run.resolve("model.dbl"), "--data", codes, "--out", picture)
                .succeeded();

        assertThat(outcome.out()).contains("3 images in");
        BufferedImage image = ImageIO.read(picture.toFile());
        int brightest = 0;
        for (int y = 2; y < 58; y++) {
            for (int x = 2; x < 58; x++) {
                brightest = Math.max(brightest, image.getRGB(x, y) & 0xff);
            }
        }
        // After one epoch, the mean of all digits: nowhere white.
        assertThat(brightest).isBetween(10, 230);
    }

    @Test
    void anEmptyDirectoryIsCalledEmpty() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(Outcome.of("train", "ae", "--data", empty, "--out", folder.resolve("run"))
                        .failed(2)
                        .error())
                .contains("this directory is empty", "pictures");
    }

    @Test
    void sequencesOfManyFeaturesAreDrawnAsBands() throws IOException {
        Path series = table("bands.csv", 1, 1, 1, 1, 1, 1, 1);
        Path run = folder.resolve("run");
        Outcome.of(
                        "train",
                        "lstm-ae",
                        "--data",
                        series,
                        "--set",
                        "data.reader=sequences",
                        "--set",
                        "data.window=10",
                        "--set",
                        "encoder.units=2",
                        "--epochs",
                        1,
                        "--out",
                        run)
                .succeeded();

        // Four windows of 7 features and 10 steps, originals above reconstructions, twice as large with gaps between.
        BufferedImage image = ImageIO.read(run.resolve("reconstructions.png").toFile());
        assertThat(image.getWidth()).isEqualTo(4 * 22 + 2);
        assertThat(image.getHeight()).isEqualTo(2 * 16 + 2);
    }
}
