package dev.diabolo.plugins.vanilla.deterministic;

import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link DeterministicLikelihoodProvider}. */
record DeterministicLikelihood(DeterministicLikelihoodOptions options) implements Likelihood {
    @Override
    public TensorSpec raw(TensorSpec data) {
        return data;
    }

    @Override
    public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
        Tensor mean = raw.with(options.activation().apply(raw.variable()));
        boolean hasLogits = options.activation() == Activation.SIGMOID;
        return new Deterministic(raw, mean, hasLogits ? Optional.of(raw) : Optional.empty());
    }

    private record Deterministic(Tensor raw, Tensor mean, Optional<Tensor> logits) implements Reconstruction {
        private static final double HALF_LOG_2_PI = 0.5 * Math.log(2 * Math.PI);

        @Override
        public String family() {
            return "deterministic";
        }

        /** As of a normal distribution of variance 1 around the mean. */
        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            SDVariable error = mean.flat().variable().sub(data.flat().variable());
            SDVariable halfSquares = error.mul(error).sum(1).mul(0.5);
            return halfSquares.add(data.spec().size() * HALF_LOG_2_PI);
        }
    }
}
