package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link EvidenceLowerBoundProvider}. */
record EvidenceLowerBound(EvidenceLowerBoundOptions options) implements Loss {
    private static final String FREE_BITS = "free-bits";

    @Override
    public List<TermSpec> terms() {
        Schedule beta = options.warmUp().of(options.beta());
        List<TermSpec> terms = new ArrayList<>();
        terms.add(VariationalTerms.reconstruction());
        terms.add(VariationalTerms.divergence(beta));
        if (hasFreeBits()) {
            terms.add(
                    new TermSpec(FREE_BITS, "nats", "what dimensions have less of the divergence than is free", beta));
        }
        return terms;
    }

    private boolean hasFreeBits() {
        return options.freeBits() > 0;
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Sampled sampled = Sampled.of(scope, pass, options.samples());
        Map<String, SDVariable> terms = new LinkedHashMap<>();
        terms.put(VariationalTerms.RECONSTRUCTION, sampled.negativeLogLikelihood());
        terms.put(VariationalTerms.DIVERGENCE, divergence(pass, sampled));
        if (hasFreeBits()) {
            scope.coupleBatch("free bits of each dimension, in the mean of a batch");
            terms.put(FREE_BITS, unused(pass.data(), Divergence.ofDimensions(pass)));
        }
        return terms;
    }

    private static SDVariable divergence(ForwardPass pass, Sampled sampled) {
        var prior = Divergence.prior(pass);
        return prior.divergence(pass.latent())
                .map(dimensions -> dimensions.sum(1))
                .orElseGet(() -> sampled.meanOverSamples(prior.divergenceOfSample(sampled.latent())));
    }

    /** {@code sum_j max(0, free - KL_j)}, so that with the divergence it is {@code sum_j max(KL_j, free)}. */
    private SDVariable unused(Tensor data, SDVariable dimensions) {
        SDVariable left = dimensions.mean(0).rsub(options.freeBits());
        return data.forEachExample(left.getSameDiff().nn().relu(left, 0).sum());
    }
}
