package dev.diabolo.benchmarks.measure;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What is measured: a network, its loss and a batch size; 32-bit floats, Glorot's uniform weights, zero biases, Adam with a step
 * size of 0.001, data ready in memory.
 */
public enum Workload {
    /** Dense autoencoder 784-128-64-128-784, ReLU, sigmoid output, mean squared error. */
    W1("W1", "dense autoencoder 784-128-64-128-784", 128, 50),
    /** {@link #W1} with small batches. */
    W1B32("W1b32", "the same, smaller batches", 32, 100),
    /** Variational autoencoder 784-400-(20, 20)-400-784, ReLU, Bernoulli on logits, summed over pixels. */
    W2("W2", "variational autoencoder 784-400-20-400-784", 128, 25),
    /**
     * Two convolutions of 3 x 3 and stride 2 (16 and 32 maps), dense 64, dense 1568, two transposed convolutions of 2 x 2 and
     * stride 2 (16 maps and 1), ReLU, sigmoid output, mean squared error.
     */
    W3("W3", "convolutional autoencoder, 16 and 32 maps", 128, 10),
    /** Sequences of 50 steps and 8 features: LSTM 64, its last state repeated, LSTM 64, dense 8; mean squared error. */
    W4("W4", "LSTM autoencoder, 50 steps", 32, 10),
    /**
     * Adversarial autoencoder: encoder 784-1000-1000-8, decoder mirrored, discriminator 8-1000-1000-1. A step is one
     * update of each of three phases: reconstruction, discriminator, generator.
     */
    W5("W5", "adversarial autoencoder, 1000 units", 100, 5),
    /** The forward pass of {@link #W1}: {@value #ROWS} rows in batches of 256, and single rows. A step is a batch. */
    W6("W6", "forward pass of W1", 256, 40);

    /** Rows in a pass of {@link #W6}. */
    public static final int ROWS = 10_000;

    /** Weights of {@link #W1}, without biases. */
    private static final long W1_WEIGHTS = 2 * (784 * 128 + 128 * 64);

    private final String id;
    private final String summary;
    private final int batch;
    private final int stepsInPass;

    Workload(String id, String summary, int batch, int stepsInPass) {
        this.id = id;
        this.summary = summary;
        this.batch = batch;
        this.stepsInPass = stepsInPass;
    }

    /**
     * The workload of a name.
     *
     * @throws DiaboloException (USER) where there is none
     */
    public static Workload of(String id) {
        return Arrays.stream(values())
                .filter(workload -> workload.id.equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> DiaboloException.user(
                        "benchmark.unknown-workload",
                        Problem.of("there is no workload '" + id + "'")
                                .at("--workloads")
                                .allowed(Arrays.stream(values())
                                        .map(Workload::id)
                                        .collect(Collectors.joining(", ")))));
    }

    /** As users write it. */
    public String id() {
        return id;
    }

    /** A few words. */
    public String summary() {
        return summary;
    }

    /** Examples in a step. */
    public int batch() {
        return batch;
    }

    /** Steps that are timed together; a time is the median over such passes. */
    public int stepsInPass() {
        return stepsInPass;
    }

    /** Examples in a pass. */
    public int examplesInPass() {
        return this == W6 ? ROWS : batch * stepsInPass;
    }

    /** Whether it trains; else it is a forward pass only. */
    public boolean trains() {
        return this != W6;
    }

    /**
     * Floating-point operations in a step's matrix products of {@link #W1} and {@link #W1B32}, by the usual count: for each
     * weight and example a multiplication and an addition, forward, for the weights' gradients and for the data's. (The
     * first layer's data need no gradient: of these, no engine does all.)
     */
    public double operations() {
        if (this != W1 && this != W1B32) {
            throw new IllegalStateException(this + " is not counted");
        }
        return 6.0 * W1_WEIGHTS * batch;
    }
}
