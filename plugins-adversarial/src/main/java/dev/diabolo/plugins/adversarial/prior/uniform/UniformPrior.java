package dev.diabolo.plugins.adversarial.prior.uniform;

import dev.diabolo.spi.Prior;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link UniformPriorProvider}. */
record UniformPrior(UniformPriorOptions options) implements Prior {
    /** What a number outside adds to the logarithm of the density. */
    static final double OUTSIDE = -1e6;

    UniformPrior {
        if (!(options.low() < options.high())) {
            throw DiaboloException.user(
                    "option.empty-range",
                    Problem.of("no number lies between " + options.low() + " and " + options.high())
                            .at("prior.low and prior.high")
                            .allowed("low below high"));
        }
    }

    /** Knows codes of every shape. */
    @Override
    public void requireSupported(TensorSpec code) {}

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        SDVariable values = code.flat().variable();
        SDVariable below = values.lt(options.low()).castTo(scope.dataType());
        SDVariable above = values.gt(options.high()).castTo(scope.dataType());
        SDVariable outside = scope.stopGradient(below.add(above).sum(1).mul(OUTSIDE));
        return outside.sub(code.spec().size() * Math.log(options.high() - options.low()));
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        Tensor uniform = scope.noise("sample", NoiseKind.UNIFORM, model.code());
        return uniform.with(
                uniform.variable().mul(options.high() - options.low()).add(options.low()));
    }
}
