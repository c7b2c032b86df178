package dev.diabolo.spi.training;

import java.util.Optional;

/** Looks at the report of each epoch for signs that training goes wrong. Must be a function of its argument alone. */
@FunctionalInterface
public interface Watch {
    /** What to warn of; empty where all is well. */
    Optional<TrainingWarning> look(EpochReport report);
}
