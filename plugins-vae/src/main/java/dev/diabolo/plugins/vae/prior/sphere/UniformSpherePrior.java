package dev.diabolo.plugins.vae.prior.sphere;

import dev.diabolo.plugins.vae.sphere.SphereArea;
import dev.diabolo.plugins.vae.sphere.VonMisesFisher;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link UniformSpherePriorProvider}. */
final class UniformSpherePrior implements Prior {
    /** Keeps the length of a vector of zeros from being divided by. */
    private static final double TINY = 1e-30;

    @Override
    public void requireSupported(TensorSpec code) {
        if (code.size() < 2) {
            throw DiaboloException.user(
                    "prior.no-sphere",
                    Problem.of("codes of shape " + code + " have no directions")
                            .at("prior")
                            .allowed("codes of two numbers at least")
                            .remedy("make the code larger, or choose another prior"));
        }
    }

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        return code.forEachExample(scope.constant(-SphereArea.log(model.code().size())));
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        Tensor noise =
                scope.noise("sample", NoiseKind.STANDARD_NORMAL, model.code().flat());
        SDVariable values = noise.variable();
        SDVariable length =
                scope.graph().math().sqrt(values.mul(values).sum(true, 1).add(TINY));
        return noise.with(values.div(length)).as(model.code());
    }

    @Override
    public Optional<SDVariable> divergence(GraphScope scope, Model model, Latent posterior) {
        return posterior instanceof VonMisesFisher directions
                ? Optional.of(directions.divergenceFromUniform())
                : Optional.empty();
    }
}
