package dev.diabolo.engine.classification;

import dev.diabolo.engine.Inference;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.engine.RowTail;
import dev.diabolo.engine.TailWriter;
import dev.diabolo.engine.TailedExamples;
import dev.diabolo.engine.TrainingOutcome;
import dev.diabolo.engine.TrainingRun;
import dev.diabolo.engine.TrainingSettings;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.Span;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.TrainingPlan;
import dev.diabolo.spi.training.UpdateRule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A trained classifier: features of the layer before the last, and probabilities of classes. Trained by Adam with a rate that falls
 * to 0 along a cosine. Safe for any number of threads. Owns native memory until closed.
 */
public final class ClassifierNetwork implements AutoCloseable {
    /** Rows that a thread takes at a time. */
    private static final int BLOCK = 256;

    private static final double RATE = 2e-3;

    private final ModelDefinition model;
    private final int features;
    private final Inference inference;

    private ClassifierNetwork(ModelDefinition model, int features, Inference inference) {
        this.model = model;
        this.features = features;
        this.inference = inference;
    }

    /**
     * How it is trained.
     *
     * @param features units of each fully connected layer, at least 1
     * @param epochs passes over the examples, at least 1
     * @param batch examples in a step
     * @param seed of all randomness
     * @param workers threads; results do not depend on it
     */
    public record Settings(int features, int epochs, int batch, long seed, int workers) {}

    /**
     * What it makes of rows, in their order.
     *
     * @param features of the layer before the last
     * @param probabilities of the classes
     */
    public record Outputs(float[][] features, float[][] probabilities) {}

    /**
     * Trains one.
     *
     * @param examples scaled
     * @param classOf the class of an example's number, from 0
     * @param classes how many there are, at least 2
     * @throws DiaboloException (RUN) where training diverges
     */
    public static ClassifierNetwork train(Examples examples, IntUnaryOperator classOf, int classes, Settings settings) {
        ModelDefinition model = model(examples.spec(), classes, settings.features());
        TrainingSettings run =
                new TrainingSettings(settings.epochs(), settings.batch(), settings.seed(), settings.workers());
        try (TrainingRun training = new TrainingRun(model, run, TrainingListener.NONE, () -> false)) {
            TrainingOutcome outcome = training.train(
                    new TailedExamples(examples, classes, TailWriter.oneHot(classes, classOf)), Optional.empty());
            if (outcome.failure().isPresent()) {
                throw outcome.failure().get();
            }
            return new ClassifierNetwork(model, settings.features(), new Inference(model, outcome.parameters()));
        }
    }

    static ModelDefinition model(TensorSpec data, int classes, int features) {
        NoDecoder none = new NoDecoder();
        OptimiserSpec optimiser = new OptimiserSpec(
                new UpdateRule.Adam(0.9, 0.999, 1e-7), new Schedule.Cosine(RATE, 0, new Span(1, Span.Unit.RUN), false));
        Trainer trainer = context ->
                new TrainingPlan(List.of(new Phase("classes", context.allTerms(), Set.of(Groups.ENCODER), optimiser)));
        return new ModelDefinition(
                        data, new FeatureNetwork(features), new Scores(classes), none, none, new ClassLoss(), trainer)
                .with(RowTail.labels(classes));
    }

    /** The shape of one example. */
    public TensorSpec data() {
        return model.data();
    }

    /**
     * Runs it, on the threads of the pool that the caller runs in.
     *
     * @param rows the scaled values of a number in [0, count); asked for from several threads
     */
    public Outputs run(int count, IntFunction<float[]> rows) {
        float[][] found = new float[count][];
        float[][] probabilities = new float[count][];
        int blocks = (count + BLOCK - 1) / BLOCK;
        IntStream.range(0, blocks).parallel().forEach(block -> run(count, block * BLOCK, rows, found, probabilities));
        return new Outputs(found, probabilities);
    }

    private void run(int count, int first, IntFunction<float[]> rows, float[][] found, float[][] probabilities) {
        int size = Math.min(BLOCK, count - first);
        float[][] codes = new float[size][model.code().size()];
        inference.run(
                Inference.Function.ENCODE,
                size,
                i -> Arrays.copyOf(rows.apply(first + i), model.rowSize()),
                i -> codes[i]);
        for (int i = 0; i < size; i++) {
            found[first + i] = Arrays.copyOf(codes[i], features);
            probabilities[first + i] = Arrays.copyOfRange(codes[i], features, codes[i].length);
        }
    }

    @Override
    public void close() {
        inference.close();
    }
}
