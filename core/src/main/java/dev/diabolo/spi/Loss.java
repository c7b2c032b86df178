package dev.diabolo.spi;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.Watch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/** What is minimised, as named terms. The engine weights, averages and reports them. */
public interface Loss {
    /** The terms, in the order of reports; at least one. */
    List<TermSpec> terms();

    /** Parameter groups of the loss's own, such as {@code discriminator}; none by default. */
    default Set<String> groups() {
        return Set.of();
    }

    /** Whether it is defined only for data in [0, 1]; the engine then refuses others, with the range it found. */
    default boolean needsUnitInterval() {
        return false;
    }

    /** What looks at the reports of a run for signs that training goes wrong; nothing by default. */
    default List<Watch> watches() {
        return List.of();
    }

    /**
     * Builds every term.
     *
     * @return for each name in {@link #terms()} a variable of shape {@code [batch]}: the term of each example, summed over
     *     features and dimensions of the code unless its summary says otherwise, and not weighted
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where the model lacks what a term needs, such as logits
     */
    Map<String, SDVariable> build(GraphScope scope, ForwardPass pass);
}
