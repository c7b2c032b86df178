package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that are spoilt on purpose. */
class CorruptionTest {
    @TempDir
    Path folder;

    private Path denoising() {
        return TinyModel.in(
                folder.resolve("m"), "--set", "corruption.type=vanilla.gaussian", "--set", "corruption.deviation=0.3");
    }

    private JsonNode reconstruct(Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = "reconstruct";
        System.arraycopy(more, 0, arguments, 1, more.length);
        return Outcome.of(arguments).json();
    }

    @Test
    void theModelsOwnCorruptionIsApplied() {
        Path model = denoising();
        Path out = folder.resolve("restored.npy");

        JsonNode own = reconstruct("--corrupt", model, "--data", TinyModel.DATA, "--out", out, "--json");
        JsonNode named = reconstruct(model, "--corrupt=gaussian", "--data", TinyModel.DATA, "--out", out, "--json");
        JsonNode stronger = reconstruct(
                model,
                "--corrupt",
                "--set",
                "corruption.deviation=1",
                "--data",
                TinyModel.DATA,
                "--out",
                out,
                "--json");

        assertThat(own.path("examples").asInt()).isEqualTo(200);
        assertThat(own.path("corruptedMse").asDouble()).isBetween(0.07, 0.11);
        assertThat(own.path("restoredPsnr").isNumber()).isTrue();
        assertThat(named).isEqualTo(own);
        assertThat(stronger.path("corruptedMse").asDouble()).isGreaterThan(0.7);
    }

    @Test
    void modelsTrainedWithoutACorruptionAreGivenOne() {
        Path model = TinyModel.in(folder.resolve("m"));
        Path out = folder.resolve("restored.csv");

        Outcome.of("reconstruct", model, "--corrupt", "--data", TinyModel.DATA, "--out", out)
                .failed(2);
        Outcome outcome = Outcome.of(
                        "reconstruct",
                        model,
                        "--corrupt=masking",
                        "--set",
                        "corruption.share=0.5",
                        "--data",
                        TinyModel.DATA,
                        "--out",
                        out)
                .succeeded();

        assertThat(outcome.out()).contains("psnr of corrupted", "psnr of restored");
    }

    @Test
    void mistakesAreExplained() {
        Path model = denoising();
        Object[][] mistakes = {
            {"--corrupt=gausian"},
            {"--set", "corruption.deviation=1"},
            {"--corrupt", "--set", "deviation=1"},
            {"--corrupt", "--set", "corruption.deviatoin=1"},
            {"--corrupt=grey"}
        };
        for (Object[] mistake : mistakes) {
            Object[] arguments = new Object[6 + mistake.length];
            Object[] fixed = {"reconstruct", model, "--data", TinyModel.DATA, "--out", folder.resolve("x.npy")};
            System.arraycopy(fixed, 0, arguments, 0, 6);
            System.arraycopy(mistake, 0, arguments, 6, mistake.length);
            Outcome.of(arguments).failed(2);
        }
    }

    @Test
    void thePictureShowsOriginalsCorruptedAndRestored() throws Exception {
        Path model = folder.resolve("d").resolve("model.dbl");
        Outcome.of(
                        "train",
                        "ae",
                        "--data",
                        "digits",
                        "--epochs",
                        1,
                        "--set",
                        "encoder.hidden=4",
                        "--out",
                        folder.resolve("d"))
                .succeeded();
        Path picture = folder.resolve("restored.png");

        reconstruct(model, "--corrupt=occlusion", "--data", "digits", "--split", "test", "--out", picture, "--json");

        // Three groups of three rows, 28 pixels twice as large with gaps between.
        assertThat(ImageIO.read(picture.toFile()).getHeight()).isEqualTo(9 * 58 + 2 + 2 * 12);
    }

    @Test
    void theExampleRunsAsItIs() {
        Outcome outcome = Outcome.of(
                        "train",
                        "denoising",
                        "--config",
                        Path.of("..", "examples", "denoising.yaml"),
                        "--data",
                        TinyModel.DATA,
                        "--out",
                        folder.resolve("example"))
                .succeeded();

        assertThat(outcome.out()).contains("model.dbl");
    }
}
