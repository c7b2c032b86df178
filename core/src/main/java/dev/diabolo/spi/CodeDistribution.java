package dev.diabolo.spi;

import dev.diabolo.spi.graph.Tensor;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** A model's {@link Prior} in a graph, as a loss sees it. */
public interface CodeDistribution {
    /** See {@link Prior#logDensity}. */
    SDVariable logDensity(Tensor code);

    /** The codes that this step draws; the same at every call. See {@link Prior#sample}. */
    Tensor sample();

    /** The codes that this step draws for classes; the same at every call. See {@link Prior#sampleOf}. */
    Tensor sampleOf(Tensor classes);

    /** See {@link Prior#divergence}. */
    Optional<SDVariable> divergence(Latent posterior);

    /**
     * The divergence {@code KL(q(z | x) || p(z))} of each example's posterior, in nats: in closed form where there is one, else that
     * of the sample; shape {@code [rows]}.
     *
     * @throws dev.diabolo.spi.error.DiaboloException (USER) as {@link #divergenceOfSample}
     */
    default SDVariable divergenceOfEach(Latent posterior) {
        return divergence(posterior)
                .map(dimensions -> dimensions.sum(1))
                .orElseGet(() -> divergenceOfSample(posterior));
    }

    /**
     * {@code log q(z | x) - log p(z)} of each row's sample, in nats; shape {@code [rows]}.
     *
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where the posterior has no density
     */
    default SDVariable divergenceOfSample(Latent posterior) {
        return posterior.requireLogDensityOfSample().sub(logDensity(posterior.sample()));
    }
}
