package dev.diabolo.spi.training;

/** Follows a training run. Called on the training thread, which waits. */
public interface TrainingListener {
    /** Hears nothing. */
    TrainingListener NONE = new TrainingListener() {};

    /**
     * Training begins.
     *
     * @param epochs how many there will be at most
     * @param stepsPerEpoch training steps in each
     * @param parameters numbers that are learnt
     */
    default void started(int epochs, int stepsPerEpoch, long parameters) {}

    /**
     * A training step is done.
     *
     * @param epoch counted from 1
     * @param step counted from 1 within the epoch
     * @param loss on this step's batch
     */
    default void step(int epoch, int step, double loss) {}

    /** An epoch is done. */
    default void epoch(EpochReport report) {}

    /**
     * Something goes wrong since this epoch, or again; told after the epoch's report.
     *
     * @param epoch counted from 1
     */
    default void warning(int epoch, TrainingWarning warning) {}
}
