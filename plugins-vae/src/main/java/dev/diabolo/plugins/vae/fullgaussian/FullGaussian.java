package dev.diabolo.plugins.vae.fullgaussian;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.graph.Tensor;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A normal distribution with a full covariance {@code L L^T}.
 *
 * @param mode the mean
 * @param logVariance twice the logarithms of L's diagonal, shape {@code [rows, size]}
 * @param below L below its diagonal, row by row, and zeros; shape {@code [rows, size size]}
 * @param noise the standard normal numbers e of the sample, shape {@code [rows, size]}
 * @param sample {@code mean + L e}
 */
public record FullGaussian(Tensor mode, SDVariable logVariance, SDVariable below, SDVariable noise, Tensor sample)
        implements Latent.Custom {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    /** {@code -1/2 sum (log 2 pi + e^2 + log-variance)}. */
    @Override
    public Optional<SDVariable> logDensityOfSample() {
        return Optional.of(
                noise.mul(noise).add(logVariance).add(LOG_TWO_PI).sum(1).mul(-0.5));
    }

    /**
     * The divergence from the standard normal distribution: {@code 1/2 (mean_i^2 + sum_j L_ij^2 - 1 - 2 log L_ii)} for dimension i.
     *
     * @return shape {@code [rows, size]}
     */
    public SDVariable divergenceFromStandardNormal() {
        SDVariable mean = mode.flat().variable();
        long size = mode.spec().size();
        SDVariable variance = mean.getSameDiff()
                .math()
                .exp(logVariance)
                .add(below.mul(below).reshape(-1, size).sum(1).reshape(-1, size));
        return mean.mul(mean).add(variance).sub(1).sub(logVariance).mul(0.5);
    }
}
