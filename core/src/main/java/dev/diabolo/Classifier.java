package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.data.Splits;
import dev.diabolo.data.Subset;
import dev.diabolo.engine.classification.ClassifierNetwork;
import dev.diabolo.metrics.ClassStatistics;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A judge of generated examples: a small network that was trained to tell the classes of labelled data apart. Two convolutions
 * and a fully connected layer for images, two fully connected layers for other data, with {@value #FEATURES} features before the last. It is
 * trained anew each time; the same data and seed give the same one. Safe for any number of threads. Owns native memory until closed.
 */
public final class Classifier implements AutoCloseable {
    private static final int FEATURES = 128;
    private static final int MOST_CLASSES = 1000;
    /** Held out to measure the accuracy: a tenth, and no more than this. */
    private static final int MOST_HELD_OUT = 5000;

    private static final double HELD_OUT = 0.1;

    private final ClassifierNetwork network;
    private final int[] labels;
    private final Scaling scaling;
    private final Examples learntFrom;
    private final double accuracy;
    private final Workers workers;

    private Classifier(
            ClassifierNetwork network,
            int[] labels,
            Scaling scaling,
            Examples learntFrom,
            double accuracy,
            Workers workers) {
        this.network = network;
        this.labels = labels;
        this.scaling = scaling;
        this.learntFrom = learntFrom;
        this.accuracy = accuracy;
        this.workers = workers;
    }

    /** See {@link Diabolo#classifier}. */
    static Classifier train(Examples all, long seed, int workers) {
        Examples examples = known(all);
        int[] labels = labels(examples);
        double share = Math.min(HELD_OUT, (double) MOST_HELD_OUT / examples.size());
        Splits.HeldOut split = Splits.holdOut(examples, share, seed);
        Examples train = split.train();
        Scaling scaling = Scaling.fit(train);
        ClassifierNetwork network = ClassifierNetwork.train(
                scaling.of(train),
                i -> Arrays.binarySearch(labels, train.label(i)),
                labels.length,
                Course.of(train.size()).settings(FEATURES, seed, workers));
        Workers threads = new Workers(workers);
        Classifier unmeasured = new Classifier(network, labels, scaling, train, Double.NaN, threads);
        double accuracy = unmeasured.accuracy(split.validation());
        return new Classifier(network, labels, scaling, train, accuracy, threads);
    }

    /** Those whose label is known. */
    private static Examples known(Examples examples) {
        if (!examples.labelled()) {
            return examples;
        }
        int[] known = IntStream.range(0, examples.size())
                .filter(i -> examples.label(i) != Examples.UNKNOWN_LABEL)
                .toArray();
        return known.length == examples.size() ? examples : Subset.of(examples, known);
    }

    private static int[] labels(Examples examples) {
        if (!examples.labelled()) {
            throw DiaboloException.user(
                    "classes.no-labels",
                    Problem.of("a classifier learns from labels, and these data have none")
                            .remedy("leave out what compares classes, or take data with labels, such as digits"));
        }
        TreeSet<Integer> found = new TreeSet<>();
        for (int i = 0; i < examples.size(); i++) {
            found.add(examples.label(i));
        }
        if (found.size() < 2 || found.size() > MOST_CLASSES || examples.size() < 10 * found.size()) {
            throw DiaboloException.user(
                    "classes.unsuitable",
                    Problem.of(examples.size() + " examples of " + found.size() + " classes do not make a classifier")
                            .allowed("2 to " + MOST_CLASSES + " classes, with 10 examples each in the mean")
                            .remedy("leave out what compares classes, or take more data"));
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The shape of one example. */
    public TensorSpec dataSpec() {
        return network.data();
    }

    /** The labels that it tells apart, in the order of its probabilities. */
    public List<Integer> labels() {
        return Arrays.stream(labels).boxed().toList();
    }

    /** The share of right labels among examples that were held out as it was trained. */
    public double accuracy() {
        return accuracy;
    }

    /** The share of right labels among labelled examples whose label is known, in the data's units; NaN where there are none. */
    public double accuracy(Examples all) {
        Examples examples = known(all);
        float[][] probabilities = outputs(examples).probabilities();
        long right = IntStream.range(0, examples.size())
                .filter(i -> label(probabilities[i]) == examples.label(i))
                .count();
        return (double) right / examples.size();
    }

    /**
     * The probabilities of the labels, in the order of {@link #labels()}.
     *
     * @param rows in the data's units
     */
    public float[][] probabilities(float[][] rows) {
        return outputs(rows).probabilities();
    }

    /** The likeliest label of each row; see {@link #probabilities}. */
    public int[] classify(float[][] rows) {
        return Arrays.stream(probabilities(rows)).mapToInt(this::label).toArray();
    }

    /**
     * The share of rows that it takes for what they are meant to be: of examples that were generated for given labels, how many
     * are recognised.
     *
     * @param rows in the data's units
     * @param meant a label for each row
     */
    public double recognised(float[][] rows, int[] meant) {
        if (rows.length != meant.length || rows.length == 0) {
            throw new IllegalArgumentException(rows.length + " rows with " + meant.length + " labels");
        }
        int[] found = classify(rows);
        return (double) IntStream.range(0, rows.length)
                        .filter(i -> found[i] == meant[i])
                        .count()
                / rows.length;
    }

    private int label(float[] probabilities) {
        return labels[ClassStatistics.mostLikely(probabilities)];
    }

    /** The examples that it learnt from. */
    Examples learntFrom() {
        return learntFrom;
    }

    ClassifierNetwork.Outputs outputs(float[][] rows) {
        for (float[] row : rows) {
            requireWidth(row.length);
        }
        return workers.measure(() -> network.run(rows.length, i -> {
            float[] row = rows[i].clone();
            scaling.apply(row);
            return row;
        }));
    }

    ClassifierNetwork.Outputs outputs(Examples examples) {
        requireWidth(examples.spec().size());
        Examples scaled = scaling.of(examples);
        return workers.measure(() -> network.run(examples.size(), i -> {
            float[] row = new float[dataSpec().size()];
            scaled.read(i, row, 0);
            return row;
        }));
    }

    void requireWidth(int found) {
        if (found != dataSpec().size()) {
            throw DiaboloException.user(
                    "data.wrong-width",
                    Problem.of("the data have " + found + " values in a row, and this classifier takes "
                            + dataSpec().size() + " (" + dataSpec() + ")"));
        }
    }

    /**
     * How long such a network learns: some 2,500 steps, but 4 passes at least and 100 at most.
     *
     * @param batch examples in a step
     */
    record Course(int epochs, int batch) {
        private static final int STEPS = 2500;
        private static final int LEAST = 4;
        private static final int MOST = 100;
        private static final int BATCH = 128;
        private static final int SMALL_BATCH = 32;
        private static final int SMALL = 20 * BATCH;

        static Course of(int examples) {
            int batch = examples < SMALL ? SMALL_BATCH : BATCH;
            long epochs = (long) STEPS * batch / examples;
            return new Course((int) Math.max(LEAST, Math.min(MOST, epochs)), batch);
        }

        ClassifierNetwork.Settings settings(int features, long seed, int workers) {
            return new ClassifierNetwork.Settings(features, epochs, batch, seed, workers);
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
