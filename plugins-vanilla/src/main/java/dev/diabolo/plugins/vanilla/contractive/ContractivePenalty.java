package dev.diabolo.plugins.vanilla.contractive;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * How much a code changes with the data, as the only term of a loss.
 *
 * <p><b>Shapes:</b> one value for each example, {@code [batch]}.
 *
 * <p><b>Units:</b> squared code units over squared data units, summed over both.
 *
 * <p><b>Formula:</b> {@code ||J_f(x)||_F^2}, J_f the Jacobian of the code's mode to the encoder's input, estimated as
 * {@link JacobianNorm} says.
 *
 * <p><b>Source:</b> Rifai et al. 2011, equation 5; there in closed form, for one layer.
 */
public final class ContractivePenalty implements Loss {
    private static final TermSpec TERM = new TermSpec(
            "contractive", "squared code units", "squared norm of the Jacobian of the code to the data, estimated");

    private final double step;

    /** Makes the loss; its weight is for the caller to give. */
    public ContractivePenalty(ContractiveOptions options) {
        this.step = options.step();
    }

    @Override
    public List<TermSpec> terms() {
        return List.of(TERM);
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        SDVariable squared = JacobianNorm.squared(
                scope,
                input -> pass.infer(input).mode(),
                pass.input(),
                pass.latent().mode(),
                step);
        return Map.of(TERM.name(), squared);
    }
}
