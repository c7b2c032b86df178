package dev.diabolo.plugins.vae.sphere;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.graph.Tensor;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A distribution of directions that are the likelier the nearer they are to one of them.
 *
 * @param mode that direction, of length one
 * @param concentration k, shape {@code [rows, 1]}
 * @param sample of length one
 * @param cosine of the angle between the sample and the direction, shape {@code [rows, 1]}
 */
public record VonMisesFisher(Tensor mode, SDVariable concentration, Tensor sample, SDVariable cosine)
        implements Latent.Custom {
    /**
     * By area: {@code k d z - log S - log area}, S as {@link Bessel} has it, of order {@code m/2 - 1} for codes of m numbers.
     *
     * @param code of length one
     */
    @Override
    public Optional<SDVariable> logDensity(Tensor code) {
        return Optional.of(
                logDensity(mode.flat().variable().mul(code.flat().variable()).sum(true, 1)));
    }

    /** By the cosine that it was drawn with, on which alone it depends. */
    @Override
    public Optional<SDVariable> logDensityOfSample() {
        return Optional.of(logDensity(cosine));
    }

    private SDVariable logDensity(SDVariable ofCosine) {
        return concentration
                .mul(ofCosine)
                .sub(bessel().logSeries())
                .sub(SphereArea.log(mode.spec().size()))
                .sum(1);
    }

    /**
     * The divergence from the uniform distribution: {@code k I_(m/2)(k) / I_(m/2-1)(k) - log S}.
     *
     * @return shape {@code [rows, 1]}
     */
    public SDVariable divergenceFromUniform() {
        Bessel bessel = bessel();
        return concentration.mul(bessel.ratio()).sub(bessel.logSeries());
    }

    private Bessel bessel() {
        return Bessel.of(mode.spec().size() / 2.0 - 1, concentration);
    }
}
