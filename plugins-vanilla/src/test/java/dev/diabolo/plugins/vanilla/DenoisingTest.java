package dev.diabolo.plugins.vanilla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.Autoencoder;
import dev.diabolo.CorruptedExamples;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.Restoration;
import dev.diabolo.Training;
import dev.diabolo.TrainingResult;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Ending;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that are trained on corrupted data, and other ways to train. */
class DenoisingTest {
    private static final long SEED = 3;

    private final Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);

    @AfterEach
    void close() {
        diabolo.close();
    }

    /** Points of a plane of two dimensions in one of twelve, within [0, 1]. */
    private static float[][] rows(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] rows = new float[count][12];
        for (float[] row : rows) {
            double a = random.nextDouble();
            double b = random.nextDouble();
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) (0.5 + 0.25 * (a * Math.sin(i) + b * Math.cos(i)));
            }
        }
        return rows;
    }

    private Dataset data() {
        return diabolo.data(rows(600, 7));
    }

    private Training training(String recipe) {
        return diabolo.training(recipe)
                .set("encoder.hidden", List.of(16))
                .set("latent", 4)
                .set("learning-rate", 0.01)
                .batch(32)
                .epochs(30)
                .seed(SEED);
    }

    private Training denoising() {
        return training("ae").set("corruption.type", "vanilla.gaussian").set("corruption.deviation", 0.2);
    }

    @Test
    void aModelThatLearntToDenoiseRestoresBetterThanOneThatDidNot() {
        Examples others = diabolo.data(rows(200, 8)).train();
        Autoencoder denoising = denoising().train(data());
        Autoencoder plain = training("ae").train(data());
        Corruption noise = denoising.corruption().orElseThrow();

        Restoration restored = denoising.measurements().restoration(others, noise, 5);

        assertThat(restored.corruptedMse()).isCloseTo(0.04, within(0.004));
        assertThat(restored.gain()).isGreaterThan(4);
        assertThat(plain.corruption()).isEmpty();
        assertThat(plain.measurements().restoration(others, noise, 5).restoredMse())
                .isGreaterThan(1.2 * restored.restoredMse());
    }

    @Test
    void whatIsVisibleIsKeptInWhatIsCompleted() {
        // Scaling to [0, 1] and back rounds.
        Examples images = new Stretched(diabolo.data("shapes:40+20").test().orElseThrow());
        Autoencoder model = diabolo.training("complete")
                .set("encoder.channels", List.of(2, 2))
                .set("encoder.kernel", List.of(3, 3))
                .set("encoder.stride", List.of(2, 1))
                .epochs(1)
                .seed(SEED)
                .train(new Dataset("stretched", "", images, Optional.empty()));
        Corruption hiding = model.corruption().orElseThrow();

        Restoration measured = model.measurements().restoration(images, hiding, 5);

        assertThat(measured.completes()).isTrue();
        assertThat(measured.restoredMse()).isLessThan(measured.reconstructedMse());
        try (CorruptedExamples corrupted = model.corrupt(images, hiding, 5)) {
            float[][] completed = model.restore(corrupted).toArray();
            float[][] reconstructed = model.reconstruct(corrupted).toArray();
            float[] original = new float[images.spec().size()];
            int hidden = 0;
            for (int i = 0; i < completed.length; i++) {
                images.read(i, original, 0);
                for (int j = 0; j < original.length; j++) {
                    if (completed[i][j] != original[j]) {
                        hidden++;
                        assertThat(completed[i][j]).isEqualTo(reconstructed[i][j]);
                    }
                }
            }
            assertThat(hidden / (double) completed.length / original.length).isCloseTo(0.25, within(0.005));
        }
    }

    private record Stretched(Examples images) implements Examples {
        @Override
        public TensorSpec spec() {
            return images.spec();
        }

        @Override
        public int size() {
            return images.size();
        }

        @Override
        public void read(int index, float[] target, int offset) {
            images.read(index, target, offset);
            for (int i = offset; i < offset + spec().size(); i++) {
                target[i] = 255 * target[i] + 0.3f;
            }
        }
    }

    @Test
    void whereNothingIsKnownOfNoiseTheReconstructionIsWhatIsRestored() {
        Examples others = diabolo.data(rows(40, 8)).train();
        Autoencoder model = denoising().epochs(1).train(data());

        Restoration measured =
                model.measurements().restoration(others, model.corruption().orElseThrow(), 5);

        assertThat(measured.completes()).isFalse();
        assertThat(measured.restoredMse()).isEqualTo(measured.reconstructedMse());
    }

    @Test
    void evaluationCorruptsAsTheRunDid(@TempDir Path folder) {
        Examples others = diabolo.data(rows(200, 8)).train();
        Autoencoder model = denoising().epochs(2).train(data());
        Path file = folder.resolve("model.dbl");
        model.save(file);
        Autoencoder loaded = diabolo.load(file);

        double measured = model.evaluate(others).mse();

        Corruption noise = model.corruption().orElseThrow();
        assertThat(model.measurements().restoration(others, noise, SEED).restoredMse())
                .isCloseTo(measured, within(1e-6));
        assertThat(loaded.evaluate(others).mse()).isEqualTo(measured);
        assertThat(loaded.measurements().quality(others).mse()).isCloseTo(measured, within(1e-6));
        assertThat(loaded.corruption()).contains(noise);
        assertThat(loaded.settings()).containsEntry("corruption.type", "vanilla.gaussian");
    }

    @Test
    void corruptedExamplesAreInTheUnitsOfTheData() {
        float[][] rows = rows(300, 7);
        for (float[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = 100 + 50 * row[i];
            }
        }
        Dataset data = diabolo.data(rows);
        Autoencoder model = denoising().epochs(1).train(data);

        Examples corrupted = model.corrupt(data.train(), 1);
        float[] first = new float[12];
        float[] again = new float[12];
        corrupted.read(299, first, 0);
        corrupted.read(0, again, 0);
        corrupted.read(299, again, 0);

        assertThat(again).containsExactly(first);
        assertThat(first).isNotEqualTo(rows[299]);
        for (float value : first) {
            assertThat(value).isBetween(50f, 250f);
        }
        assertThat(model.reconstruct(corrupted).size()).isEqualTo(300);
    }

    @Test
    void closedExamplesAreNotRead() {
        Autoencoder model = denoising().epochs(1).train(data());
        CorruptedExamples closed = model.corrupt(data().train(), 1);
        CorruptedExamples ofAClosedModel = model.corrupt(data().train(), 1);
        float[] row = new float[12];
        closed.read(0, row, 0);

        closed.close();
        ofAClosedModel.read(0, row, 0);
        model.close();

        for (CorruptedExamples examples : List.of(closed, ofAClosedModel)) {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> examples.read(100, row, 0))
                    .withMessageContaining("closed");
        }
        closed.close();
    }

    /** A program that corrupts again and again must not keep what it is done with. */
    @Test
    void aModelForgetsClosedExamples() throws InterruptedException {
        Autoencoder model = denoising().epochs(1).train(data());
        CorruptedExamples closed = model.corrupt(data().train(), 1);
        WeakReference<CorruptedExamples> reference = new WeakReference<>(closed);

        closed.close();
        closed = null;

        for (int i = 0; i < 50 && reference.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(reference.get()).isNull();
        assertThat(model.corruption()).isPresent();
    }

    @Test
    void dataThatCannotBeCorruptedAreRefusedBeforeTraining() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> training("denoising")
                        .set("corruption.type", "vanilla.grey")
                        .train(data()))
                .matches(error -> error.kind() == ErrorKind.USER)
                .withMessageContaining("12")
                .withMessageContaining("[3, height, width]");
    }

    @Test
    void aRecipesCorruptionCanBeLeftOut() {
        Autoencoder with = training("denoising").epochs(1).train(data());
        Autoencoder without =
                training("denoising").epochs(1).set("corruption.type", "none").train(data());

        assertThat(with.corruption()).isPresent();
        assertThat(without.corruption()).isEmpty();
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> without.corrupt(data().train(), 1))
                .matches(error -> error.kind() == ErrorKind.USER);
    }

    @Test
    void aFullBatchIsOneStepOfAllExamples() {
        TrainingResult result =
                training("ae").fullBatch().epochs(3).set("validation", 0).run(data());

        assertThat(result.steps()).isEqualTo(3);
        assertThat(result.options().batch()).isZero();
        assertThat(result.model().settings()).containsEntry("batch", "full");
        assertThat(training("ae")
                        .batch(1)
                        .epochs(1)
                        .set("validation", 0)
                        .run(data())
                        .steps())
                .isEqualTo(600);
    }

    @Test
    void aRunThatConvergesEndsEarlyAndKeepsItsBestEpoch() {
        TrainingResult result = training("ae")
                .epochs(200)
                .set("early-stopping.patience", 2)
                .set("early-stopping.tolerance", 0.2)
                .run(data());

        assertThat(result.ending()).isEqualTo(Ending.CONVERGED);
        assertThat(result.epochs().size()).isLessThan(200);
        assertThat(result.bestEpoch()).isPositive();
        assertThat(training("ae").epochs(2).run(data()).ending()).isEqualTo(Ending.COMPLETED);
    }

    @Test
    void aStackIsTrainedLayerByLayerAndThenTogether() {
        TrainingResult result = training("stacked")
                .set("encoder.hidden", List.of(10, 6))
                .epochs(8)
                .run(data());

        assertThat(result.epochs().stream().map(epoch -> epoch.stage().orElse("together")))
                .containsExactly(
                        "layer-1", "layer-2", "layer-2", "layer-3", "together", "together", "together", "together");
        assertThat(result.bestEpoch()).isGreaterThan(4);
        double first = result.epochs().get(4).validation().orElseThrow().mse();
        assertThat(result.best().orElseThrow().validation().orElseThrow().mse()).isLessThanOrEqualTo(first);
    }

    @Test
    void networksThatAreNotInLayersAreRefused() {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() ->
                        training("ae").set("trainer.type", "vanilla.greedy").train(data()))
                .matches(error -> error.kind() == ErrorKind.USER)
                .withMessageContaining("vanilla.stacked");
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> training("stacked").epochs(2).train(data()))
                .matches(error -> error.kind() == ErrorKind.USER)
                .withMessageContaining("at least 3 epochs");
    }
}
