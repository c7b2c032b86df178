package dev.diabolo.plugins.vae.likelihood.categorical;

import dev.diabolo.plugins.vae.loss.LogSumExp;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link CategoricalLikelihoodProvider}. */
record CategoricalLikelihood(CategoricalLikelihoodOptions options) implements Likelihood {
    @Override
    public TensorSpec raw(TensorSpec data) {
        int categories = categories(data);
        if (categories < 2 || data.size() % categories != 0) {
            throw DiaboloException.user(
                    "likelihood.no-categories",
                    Problem.of("data of shape " + data + " do not consist of variables of " + categories
                                    + " categories")
                            .at("likelihood.categories")
                            .allowed("a divisor of " + data.size() + " above 1")
                            .remedy("encode each variable as one value for each of its categories"));
        }
        return data;
    }

    private int categories(TensorSpec data) {
        return options.categories() == 0 ? data.size() : options.categories();
    }

    @Override
    public boolean needsUnitInterval() {
        return true;
    }

    @Override
    public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
        SDVariable logits = raw.variable().reshape(-1, categories(data));
        SDVariable logProbabilities = logits.sub(LogSumExp.along(scope, logits, 1));
        SDVariable probabilities = scope.graph().math().exp(logProbabilities);
        return new Categorical(
                raw,
                new Tensor(probabilities.reshape(data.batched(-1)), data),
                logProbabilities.reshape(-1, data.size()));
    }

    private record Categorical(Tensor raw, Tensor mean, SDVariable logProbabilities) implements Reconstruction {
        @Override
        public String family() {
            return "categorical";
        }

        /** The probabilities are no logistic functions. */
        @Override
        public Optional<Tensor> logits() {
            return Optional.empty();
        }

        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            return logProbabilities.mul(data.flat().variable()).sum(1).neg();
        }
    }
}
