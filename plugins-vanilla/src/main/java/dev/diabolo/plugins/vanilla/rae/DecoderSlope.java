package dev.diabolo.plugins.vanilla.rae;

import dev.diabolo.plugins.vanilla.contractive.JacobianNorm;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * How much the reconstruction changes with the code, as the only term of a loss.
 *
 * <p><b>Shapes:</b> one value for each example, {@code [batch]}.
 *
 * <p><b>Units:</b> squared data units over squared code units, summed over both.
 *
 * <p><b>Formula:</b> {@code ||J_g(z)||_F^2}, J_g the Jacobian of the reconstruction's mean to the code, estimated as
 * {@link JacobianNorm} says.
 *
 * <p><b>Source:</b> Ghosh et al. 2020, section 3.1, gradient penalty.
 */
public final class DecoderSlope implements Loss {
    private static final TermSpec TERM = new TermSpec(
            "decoder-gradient",
            "squared data units",
            "squared norm of the Jacobian of the reconstruction to the code, estimated");

    private final double step;

    /** Makes the loss; its weight is for the caller to give. */
    public DecoderSlope(DecoderPenaltyOptions options) {
        this.step = options.step();
    }

    @Override
    public List<TermSpec> terms() {
        return List.of(TERM);
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        // What was decoded, by the contract of ForwardPass.
        Tensor code = scope.training() ? pass.latent().sample() : pass.latent().mode();
        SDVariable squared = JacobianNorm.squared(
                scope,
                moved -> pass.generate(moved).mean(),
                code,
                pass.reconstruction().mean(),
                step);
        return Map.of(TERM.name(), squared);
    }
}
