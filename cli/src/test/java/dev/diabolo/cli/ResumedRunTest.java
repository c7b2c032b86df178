package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.Diabolo;
import dev.diabolo.Training;
import dev.diabolo.TrainingResult;
import dev.diabolo.model.ModelArchive;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.TrainingWarning;
import dev.diabolo.spi.training.WarningReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that was interrupted and goes on ends as if nothing had happened: the model file is the same to the byte. */
class ResumedRunTest {
    @TempDir
    Path folder;

    private final Diabolo diabolo = Diabolo.create();
    private final Dataset data = diabolo.data(rows(), labels());

    @AfterEach
    void close() {
        diabolo.close();
    }

    private static float[][] rows() {
        var random = new java.util.SplittableRandom(1);
        return IntStream.range(0, 300)
                .mapToObj(i -> random.doubles(6).toArray())
                .map(row -> new float[] {
                    (float) row[0], (float) row[1], (float) row[2], (float) row[3], (float) row[4], (float) row[5]
                })
                .toArray(float[][]::new);
    }

    private static int[] labels() {
        return IntStream.range(0, 300).map(i -> i % 3).toArray();
    }

    private Training training(String recipe) {
        Training training = diabolo.training(recipe)
                .set("encoder.hidden", "8,6")
                .set("latent", 3)
                .epochs(5)
                .batch(20);
        return switch (recipe) {
            case "ae" ->
                training.set("encoder.dropout", 0.2)
                        .set("early-stopping.patience", 4)
                        .set("trainer.optimiser.schedule.name", "plateau")
                        .set("trainer.optimiser.schedule.patience", 1);
            case "aae" -> training.set("trainer.averaging", 0.9);
            default -> training;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"ae", "stacked", "denoising", "vae", "cvae", "capacity-vae", "aae"})
    void endsAsIfItHadNotBeenInterrupted(String recipe) throws IOException {
        byte[] whole = saved(training(recipe).run(data), "whole.dbl");
        Path checkpoint = folder.resolve("checkpoint.dbl");

        TrainingResult first = stopped(training(recipe).checkpoints(checkpoint, Duration.ofDays(1)), 20);
        assertThat(first.stopped()).isTrue();
        assertThat(first.epochs()).hasSize(1);
        TrainingResult second = stopped(diabolo.resume(checkpoint).checkpoints(checkpoint, Duration.ofDays(1)), 25);
        assertThat(second.stopped()).isTrue();
        assertThat(second.epochs()).hasSize(3);
        TrainingResult last = diabolo.resume(checkpoint).workers(1).run(data);

        assertThat(last.epochs()).hasSize(5);
        assertThat(saved(last, "one.dbl"))
                .isEqualTo(saved(training(recipe).workers(1).run(data), "other.dbl"));
        byte[] resumed = saved(diabolo.resume(checkpoint).run(data), "resumed.dbl");
        assertThat(resumed).isEqualTo(whole);
    }

    private byte[] saved(TrainingResult result, String name) throws IOException {
        Path file = folder.resolve(name);
        result.model().save(file);
        return Files.readAllBytes(file);
    }

    private TrainingResult stopped(Training training, int after) {
        AtomicInteger asked = new AtomicInteger();
        return training.stopWhen(() -> asked.getAndIncrement() == after).run(data);
    }

    @Test
    void theStateIsSavedNowAndThenToo() throws IOException {
        Path checkpoint = folder.resolve("checkpoint.dbl");
        byte[] whole =
                saved(training("ae").checkpoints(checkpoint, Duration.ZERO).run(data), "whole.dbl");

        assertThat(saved(diabolo.resume(checkpoint).run(data), "resumed.dbl")).isEqualTo(whole);
    }

    @Test
    void otherDataAndOtherSettingsAreRefused() {
        Path checkpoint = folder.resolve("checkpoint.dbl");
        stopped(training("ae").checkpoints(checkpoint, Duration.ofDays(1)), 20);
        // Some of these are held out.
        for (int row = 0; row < 60; row++) {
            float[][] other = rows();
            other[row][3] += 0.01f;
            assertRefused(() -> diabolo.resume(checkpoint).run(diabolo.data(other)), "the data are not those");
        }
        assertRefused(() -> diabolo.resume(checkpoint).epochs(9).run(data), "epochs");
        assertRefused(() -> diabolo.load(checkpoint), "interrupted, and no model");
    }

    @Test
    void otherLabelsAreRefused() {
        Path checkpoint = folder.resolve("checkpoint.dbl");
        stopped(training("cvae").checkpoints(checkpoint, Duration.ofDays(1)), 20);
        int[] other = labels();
        other[0] = 2;
        other[2] = 0;

        assertRefused(() -> diabolo.resume(checkpoint).run(diabolo.data(rows(), other)), "the data are not those");
    }

    @Test
    void aStateThatNoRunCanBeInIsRefused() {
        Path checkpoint = folder.resolve("checkpoint.dbl");
        stopped(training("ae").checkpoints(checkpoint, Duration.ofDays(1)), 20);
        ModelArchive.Content content = ModelArchive.read(checkpoint);
        for (String broken : List.of("step=-3", "epoch=9", "best-epoch=5", "steps=")) {
            Map<String, Double> state = new HashMap<>(content.state());
            String[] parts = broken.split("=", -1);
            state.remove(parts[0]);
            if (!parts[1].isEmpty()) {
                state.put(parts[0], Double.valueOf(parts[1]));
            }
            ModelArchive.write(checkpoint, new ModelArchive.Content(content.document(), content.parameters(), state));
            assertRefused(() -> diabolo.resume(checkpoint).run(data), "no state of such a run");
        }
    }

    @Test
    void aStateThatCannotBeSavedDoesNotEndTheRun() throws IOException {
        Path directory = Files.createDirectories(folder.resolve("checkpoint.dbl/x"));
        List<String> warnings = new ArrayList<>();
        TrainingResult result = training("ae")
                .checkpoints(directory.getParent(), Duration.ZERO)
                .listener(new TrainingListener() {
                    @Override
                    public void warning(int epoch, TrainingWarning warning) {
                        warnings.add(warning.problem().what());
                    }
                })
                .run(data);

        assertThat(result.epochs()).hasSize(5);
        assertThat(warnings).isNotEmpty().allMatch(warning -> warning.contains("cannot be written"));
        assertThat(result.warnings())
                .extracting(report -> report.warning().problem().what())
                .containsExactlyElementsOf(warnings);
    }

    @Test
    void aRunThatGoesOnHasTheWarningsFromBeforeAndDoesNotGiveThemAgain() throws IOException {
        Dataset ring = diabolo.data("ring:2000");
        TrainingResult whole = lost().run(ring);
        List<Integer> epochs =
                whole.warnings().stream().map(WarningReport::epoch).toList();
        int warned = epochs.get(0);
        assertThat(epochs).anyMatch(epoch -> epoch > warned);
        int stepsPerEpoch = (int) (whole.steps() / whole.epochs().size());
        Path checkpoint = folder.resolve("checkpoint.dbl");
        stopped(lost().checkpoints(checkpoint, Duration.ofDays(1)), warned * stepsPerEpoch + 2, ring);
        List<Integer> again = new ArrayList<>();

        TrainingResult resumed = diabolo.resume(checkpoint)
                .listener(new TrainingListener() {
                    @Override
                    public void warning(int epoch, TrainingWarning warning) {
                        again.add(epoch);
                    }
                })
                .run(ring);

        assertThat(resumed.warnings()).isEqualTo(whole.warnings());
        assertThat(again)
                .containsExactlyElementsOf(
                        epochs.stream().filter(epoch -> epoch > warned).toList());
        assertThat(saved(resumed, "resumed.dbl")).isEqualTo(saved(whole, "whole.dbl"));
    }

    /** A game whose generator does not move. */
    private Training lost() {
        return diabolo.training("gan")
                .set("latent", 2)
                .set("learning-rate", 1e-9)
                .set("discriminator-learning-rate", 0.02)
                .epochs(6);
    }

    @Test
    void aModelIsNoCheckpoint() throws IOException {
        saved(training("ae").run(data), "model.dbl");

        assertRefused(() -> diabolo.resume(folder.resolve("model.dbl")), "this is a model");
    }

    private static void assertRefused(Runnable asking, String why) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(asking::run)
                .withMessageContaining(why);
    }

    @Test
    void theCommandGoesOnWhereItWasInterrupted() throws IOException {
        Path run = folder.resolve("run");
        stopped(
                diabolo.training("ae")
                        .set("encoder.hidden", 8)
                        .epochs(3)
                        .checkpoints(Files.createDirectories(run).resolve("checkpoint.dbl"), Duration.ofDays(1)),
                2,
                diabolo.data("random:2000x6"));
        Outcome.of(
                        "train",
                        "ae",
                        "--set",
                        "encoder.hidden=8",
                        "--epochs",
                        3,
                        "--data",
                        "random:2000x6",
                        "--out",
                        folder.resolve("whole"))
                .succeeded();

        // Another run in the same place does not cost what the first has learnt.
        Outcome.of("train", "ae", "--set", "encoder.hidden=4", "--epochs", 1, "--data", "random:200x6", "--out", run)
                .succeeded();
        assertThat(run.resolve("checkpoint.dbl")).doesNotExist();
        Outcome outcome = Outcome.of("train", "--resume", run.resolve("checkpoint.1.dbl"));
        outcome.succeeded();

        assertThat(outcome.error()).contains("resumed: recipe ae, data random:2000x6");
        assertThat(run.resolve("checkpoint.dbl")).doesNotExist();
        assertThat(run.resolve("checkpoint.1.dbl")).doesNotExist();
        assertThat(run.resolve("model.dbl")).hasSameBinaryContentAs(folder.resolve("whole/model.dbl"));
    }

    private void stopped(Training training, int after, Dataset other) {
        AtomicInteger asked = new AtomicInteger();
        training.stopWhen(() -> asked.getAndIncrement() == after).run(other);
    }

    @Test
    void theCommandSaysWhatCannotBeResumed() {
        assertThat(Outcome.of("train", "--resume", folder).failed(2).error())
                .contains("no run here that was interrupted");
        assertThat(Outcome.of("train", "ae", "--resume", folder, "--epochs", 3)
                        .failed(2)
                        .error())
                .contains("RECIPE, --epochs", "keeps its recipe and its settings");
        assertThat(Outcome.of("train").failed(2).error()).contains("no recipe is named");
    }
}
