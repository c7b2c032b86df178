package dev.diabolo.plugins.vanilla.sparse;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The divergence of each unit's mean activation from a target, as the only term of a loss.
 *
 * <p><b>Shapes:</b> one value for each example, {@code [batch]}, the same for all of a batch: it couples them.
 *
 * <p><b>Units:</b> nats, summed over the units of the code.
 *
 * <p><b>Formula:</b> {@code sum_j rho log(rho / m_j) + (1 - rho) log((1 - rho) / (1 - m_j))}, with m_j the mean of unit j over the
 * batch (in an evaluation, over each part of 256 examples), kept off 0 and 1 by a millionth.
 *
 * <p><b>Errors:</b> refused (USER) for a code that is not in [0, 1] by its making.
 *
 * <p><b>Source:</b> Ng 2011, section 3; there m_j is the mean over all examples.
 */
public final class MeanActivation implements Loss {
    private static final TermSpec TERM =
            new TermSpec("sparsity", "nats", "divergence of each unit's mean activation from the target");

    /** In float32, 1 - 1e-6 still differs from 1 by 17 steps. */
    private static final double MARGIN = 1e-6;

    private final double target;

    /**
     * Makes the loss.
     *
     * @param target rho, in (0, 1)
     */
    public MeanActivation(double target) {
        this.target = target;
    }

    @Override
    public List<TermSpec> terms() {
        return List.of(TERM);
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        requireUnitInterval(pass.latent());
        scope.coupleBatch("mean activation of each unit of the code");
        SDVariable means = pass.latent()
                .mode()
                .flat()
                .variable()
                .mean(0)
                .mul(1 - 2 * MARGIN)
                .add(MARGIN);
        var math = scope.graph().math();
        SDVariable divergences = math.log(means)
                .mul(-target)
                .sub(math.log(means.rsub(1)).mul(1 - target))
                .add(target * Math.log(target) + (1 - target) * Math.log(1 - target));
        return Map.of(TERM.name(), pass.data().forEachExample(divergences.sum()));
    }

    private static void requireUnitInterval(Latent latent) {
        if (!(latent instanceof Latent.Point point) || !point.unitInterval()) {
            throw DiaboloException.user(
                    "loss.unbounded-code",
                    Problem.of(
                                    "the mean activation of a unit is compared with a share, and the posterior's code is not in [0, 1] as it is set")
                            .at("loss.code.kl")
                            .allowed("a code in [0, 1], as logistic units give")
                            .remedy("set posterior.activation=sigmoid, or use loss.code.l1 instead"));
        }
    }
}
