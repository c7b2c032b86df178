package dev.diabolo.plugins.vae.maf;

import dev.diabolo.spi.Prior;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link MaskedAutoregressivePriorProvider}. */
record MaskedAutoregressivePrior(MaskedAutoregressiveOptions options) implements Prior {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    /** Drawing takes a network for each number of a code and each flow, in one graph. */
    private static final int MOST = 256;

    @Override
    public void requireSupported(TensorSpec code) {
        if (code.size() > MOST) {
            throw DiaboloException.user(
                    "maf.code-too-large",
                    Problem.of("codes of shape " + code + " have " + code.size()
                                    + " numbers, which a masked autoregressive flow would draw one after the other")
                            .allowed("at most " + MOST)
                            .remedy("use smaller codes, or another distribution"));
        }
    }

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        SDVariable values = code.flat().variable();
        SDVariable density = null;
        for (int i = 0; i < options.flows(); i++) {
            MaskedNetwork.Conditional conditional = network(scope, model, i).of(values);
            SDVariable precision =
                    scope.graph().math().exp(conditional.logScale().neg());
            values = values.sub(conditional.mean()).mul(precision);
            SDVariable logDeterminant = conditional.logScale().sum(1);
            density = density == null ? logDeterminant.neg() : density.sub(logDeterminant);
        }
        return values.mul(values).add(LOG_TWO_PI).sum(1).mul(-0.5).add(density);
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        Tensor noise = scope.noise("sample", NoiseKind.STANDARD_NORMAL, model.code());
        SDVariable values = noise.flat().variable();
        for (int i = options.flows() - 1; i >= 0; i--) {
            values = network(scope, model, i).inverse(scope, values);
        }
        return new Tensor(values, model.code().flat()).as(model.code());
    }

    private MaskedNetwork network(GraphScope scope, Model model, int number) {
        return MaskedNetwork.of(
                scope.child("flow-" + number), options, model.code().size(), number % 2 == 1);
    }
}
