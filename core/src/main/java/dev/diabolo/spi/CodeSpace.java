package dev.diabolo.spi;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;

/** What the codes of a model are, for a sampler that learns their distribution. */
public sealed interface CodeSpace {
    /** The shape of one code as the sampler sees it. */
    TensorSpec spec();

    /**
     * Any numbers.
     *
     * @param spec the shape of one code
     */
    record Numbers(TensorSpec spec) implements CodeSpace {
        public Numbers {
            Objects.requireNonNull(spec, "spec");
        }
    }

    /**
     * Choices of entries, by their numbers.
     *
     * @param spec {@code [groups]}, {@code [groups, time]} or {@code [groups, height, width]}: what is chosen for each group of
     *     channels at each place
     * @param entries to choose from, at least 1
     */
    record Choices(TensorSpec spec, int entries) implements CodeSpace {
        public Choices {
            Objects.requireNonNull(spec, "spec");
            if (entries < 1) {
                throw new IllegalArgumentException("there is nothing to choose from " + entries + " entries");
            }
        }
    }

    /**
     * These codes as numbers.
     *
     * @throws DiaboloException (USER) where they are choices
     */
    default Numbers requireNumbers() {
        if (this instanceof Numbers numbers) {
            return numbers;
        }
        throw DiaboloException.user(
                "sampler.needs-numbers",
                Problem.of("this sampler is for codes of any numbers, and the model's are entries of a codebook, "
                                + spec() + " of them")
                        .allowed("models with continuous codes")
                        .remedy("use a sampler for choices"));
    }

    /**
     * These codes as choices.
     *
     * @throws DiaboloException (USER) where they are numbers
     */
    default Choices requireChoices() {
        if (this instanceof Choices choices) {
            return choices;
        }
        throw DiaboloException.user(
                "sampler.needs-choices",
                Problem.of(
                                "this sampler is for codes that are choices of entries, and the model's are any numbers, of shape "
                                        + spec())
                        .allowed("models with a codebook")
                        .remedy("use a sampler for numbers"));
    }
}
