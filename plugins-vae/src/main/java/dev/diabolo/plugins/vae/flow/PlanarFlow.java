package dev.diabolo.plugins.vae.flow;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link PlanarFlowPosteriorProvider}. */
final class PlanarFlow implements Flow {
    /** How near a flow may come to folding space: the determinant is at least one less this. */
    private static final double STEEPEST = 0.999;

    /** Keeps the direction of a w of zero, which the flow does not use, from being infinite. */
    private static final double TINY = 1e-12;

    @Override
    public Transformation of(GraphScope scope, Tensor features, FlowPosteriorOptions options, int number) {
        SDVariable u = Layers.dense(scope, "scale", features, options.size(), options.initialisation())
                .variable();
        SDVariable w = Layers.dense(scope, "direction", features, options.size(), options.initialisation())
                .variable();
        SDVariable b = Layers.dense(scope, "offset", features, 1, options.initialisation())
                .variable();
        SDVariable product = u.mul(w).sum(true, 1);
        SDVariable square = w.mul(w).sum(true, 1).add(TINY);
        SDVariable negative = product.sub(scope.graph().nn().relu(product, 0));
        // The exponential linear unit of what is not positive is exp(.) - 1, without loss of digits near zero.
        SDVariable missing =
                scope.graph().nn().elu(negative.mul(1 / STEEPEST)).mul(STEEPEST).sub(negative);
        SDVariable invertible = u.add(w.mul(missing.div(square)));
        SDVariable slope = invertible.mul(w).sum(true, 1);
        return code -> {
            SDVariable bend = scope.graph().math().tanh(w.mul(code).sum(true, 1).add(b));
            SDVariable steepness = bend.mul(bend).rsub(1);
            SDVariable determinant = steepness.mul(slope).add(1);
            return new Step(
                    code.add(invertible.mul(bend)),
                    scope.graph().math().log(determinant).sum(1));
        };
    }
}
