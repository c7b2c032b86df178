package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.Draws;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Samples of each example's code and what is decoded from them, in training and elsewhere alike: a pass itself decodes the mode
 * outside training, of which the likelihood is not the expectation that bounds are about.
 *
 * @param count samples of each example
 * @param data each example so many times
 */
public record Sampled(int count, Tensor data, Latent latent, Reconstruction reconstruction) {
    /** Of a pass. */
    public static Sampled of(GraphScope scope, ForwardPass pass, int count) {
        if (scope.training() && count == 1) {
            return new Sampled(1, pass.data(), pass.latent(), pass.reconstruction());
        }
        Draws draws = pass.draws(count);
        return new Sampled(count, draws.data(), draws.latent(), draws.reconstruction());
    }

    /** {@code -log p(x | z)}, the mean over the samples of each example; shape {@code [batch]}. */
    public SDVariable negativeLogLikelihood() {
        return meanOverSamples(reconstruction.negativeLogLikelihood(data));
    }

    /**
     * The mean over the samples of each example.
     *
     * @param rows shape {@code [batch count]}
     * @return shape {@code [batch]}
     */
    public SDVariable meanOverSamples(SDVariable rows) {
        return count == 1 ? rows : rows.reshape(-1, count).mean(1);
    }
}
