package dev.diabolo.plugins.vanilla.sparse;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The size of a code, as the only term of a loss.
 *
 * <p><b>Shapes:</b> one value for each example, {@code [batch]}.
 *
 * <p><b>Units:</b> those of the code, summed over its dimensions; squared for L2.
 *
 * <p><b>Formula:</b> {@code sum_j |z_j|} or {@code sum_j z_j^2}, with z the code's mode.
 */
public enum CodeNorm implements Loss {
    /** Sum of absolute values: makes most values zero. */
    L1("code-l1", "code units", "sum of the absolute values of the code"),
    /** Sum of squares: keeps codes near zero. */
    L2("code-l2", "squared code units", "sum of the squares of the code");

    private final TermSpec term;

    CodeNorm(String name, String unit, String summary) {
        this.term = new TermSpec(name, unit, summary);
    }

    @Override
    public List<TermSpec> terms() {
        return List.of(term);
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        SDVariable code = pass.latent().mode().flat().variable();
        SDVariable sizes = this == L1 ? scope.graph().math().abs(code) : code.mul(code);
        return Map.of(term.name(), sizes.sum(1));
    }
}
