package dev.diabolo.plugins.vae.flow;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link RadialFlowPosteriorProvider}. */
final class RadialFlow implements Flow {
    /** Keeps the distance's gradient finite at the centre. The determinant takes it into account. */
    private static final double TINY = 1e-10;

    @Override
    public Transformation of(GraphScope scope, Tensor features, FlowPosteriorOptions options, int number) {
        SDVariable centre = Layers.dense(scope, "centre", features, options.size(), options.initialisation())
                .variable();
        SDVariable a = Logistic.softplus(Layers.dense(scope, "radius", features, 1, options.initialisation())
                .variable());
        SDVariable b = Logistic.softplus(Layers.dense(scope, "strength", features, 1, options.initialisation())
                        .variable())
                .sub(a);
        var math = scope.graph().math();
        return code -> {
            SDVariable difference = code.sub(centre);
            SDVariable square = difference.mul(difference).sum(true, 1);
            SDVariable distance = math.sqrt(square.add(TINY));
            SDVariable reach = distance.add(a);
            SDVariable pull = b.div(reach);
            SDVariable along = pull.sub(pull.mul(square).div(distance.mul(reach)));
            SDVariable logDeterminant =
                    math.log(pull.add(1)).mul(options.size() - 1).add(math.log(along.add(1)));
            return new Step(code.add(difference.mul(pull)), logDeterminant.sum(1));
        };
    }
}
