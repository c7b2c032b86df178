package dev.diabolo.engine;

/**
 * How a training run goes.
 *
 * @param epochs passes over the data, at least 1
 * @param batch examples in a training step, at least 1
 * @param seed of all randomness
 * @param workers threads, at least 1; the results do not depend on it
 * @param earlyStopping when it ends before its last epoch
 */
public record TrainingSettings(int epochs, int batch, long seed, int workers, EarlyStopping earlyStopping) {
    /** To the last epoch. */
    public TrainingSettings(int epochs, int batch, long seed, int workers) {
        this(epochs, batch, seed, workers, EarlyStopping.NEVER);
    }
}
