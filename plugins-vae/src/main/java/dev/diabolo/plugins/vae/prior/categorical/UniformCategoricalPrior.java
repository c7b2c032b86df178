package dev.diabolo.plugins.vae.prior.categorical;

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

/** See {@link UniformCategoricalPriorProvider}. */
final class UniformCategoricalPrior implements Prior {
    @Override
    public void requireSupported(TensorSpec code) {
        if (code.rank() != 2 || code.dimension(1) < 2) {
            throw DiaboloException.user(
                    "prior.no-categories",
                    Problem.of("codes of shape " + code + " are no choices among categories")
                            .at("prior")
                            .allowed("codes of shape [variables, categories], with two categories at least")
                            .remedy("set posterior.type=vae.categorical, or choose another prior"));
        }
    }

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        return code.forEachExample(scope.constant(-variables(model) * Math.log(categories(model))));
    }

    /** Of as many uniform numbers as there are categories, each is as likely the greatest. */
    @Override
    public Tensor sample(GraphScope scope, Model model) {
        Tensor uniform = scope.noise("sample", NoiseKind.UNIFORM, model.code());
        SDVariable chosen = scope.graph().argmax(uniform.variable(), 2);
        return uniform.with(scope.graph().oneHot(chosen, categories(model), -1, 1, 0, scope.dataType()));
    }

    @Override
    public Optional<SDVariable> divergence(GraphScope scope, Model model, Latent posterior) {
        if (!(posterior instanceof Latent.Categorical categorical)) {
            return Optional.empty();
        }
        SDVariable logProbabilities = categorical.logProbabilities();
        SDVariable summands =
                scope.graph().math().exp(logProbabilities).mul(logProbabilities.add(Math.log(categories(model))));
        return Optional.of(summands.reshape(-1, categories(model)).sum(1).reshape(-1, variables(model)));
    }

    private static int variables(Model model) {
        return (int) model.code().dimension(0);
    }

    private static int categories(Model model) {
        return (int) model.code().dimension(1);
    }
}
