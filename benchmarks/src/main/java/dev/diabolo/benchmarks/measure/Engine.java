package dev.diabolo.benchmarks.measure;

/**
 * A framework under measurement. Has a constructor without arguments, which is cheap; runs in a process of its own, for one
 * workload, and is not closed: the process ends.
 */
public interface Engine {
    /** The framework's version. */
    String version();

    /** Whether the workload can be expressed with the framework's own means. */
    default boolean supports(Workload workload) {
        return true;
    }

    /**
     * Trains step by step until the clock has enough, and tells it of each step and its loss.
     *
     * @param workload one that trains
     * @param workers threads to use
     */
    void train(Workload workload, int workers, PassClock clock) throws Exception;

    /**
     * The network of {@link Workload#W1}, trained a little.
     *
     * @param workers threads to use
     */
    Forward forward(int workers) throws Exception;

    /** A trained network's encoder and decoder. */
    interface Forward {
        /** Reconstructs a batch; returns when that is done. The test digits {@code [256 index, 256 index + 256)}. */
        void batch(int index) throws Exception;

        /** Reconstructs one row of test digits, given as an array, and reads its values back. */
        float row(float[] row) throws Exception;
    }
}
