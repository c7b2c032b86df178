package dev.diabolo.spi.training;

import dev.diabolo.spi.error.Problem;
import java.util.Objects;

/**
 * Something that goes wrong in a run, without ending it.
 *
 * @param code {@code namespace.name}, such as {@code adversarial.discriminator-wins}; told once as long as it lasts
 * @param problem what it is, and what to change
 */
public record TrainingWarning(String code, Problem problem) {
    public TrainingWarning {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(problem, "problem");
    }
}
