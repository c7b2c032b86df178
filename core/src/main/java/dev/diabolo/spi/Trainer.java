package dev.diabolo.spi;

import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingPlan;

/** Plans training as data; the engine owns the only training loop. */
public interface Trainer {
    /**
     * The phases of one cycle.
     *
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where the model lacks a term or group that the trainer needs
     */
    TrainingPlan plan(TrainingContext context);
}
