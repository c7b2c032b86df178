package dev.diabolo.plugins.vae.sphere;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A von Mises-Fisher distribution on the unit sphere.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, size]}, each code of length one.
 *
 * <p><b>Formula:</b> {@code q(z) = C(k) exp(k d z)} by area; the direction d is linear in the features and scaled to length one, the
 * concentration is {@code k = 1 + softplus(.)}. Samples are {@code z = w d + sqrt(1 - w^2) v} with v a uniform direction across d, and
 * w by rejection from a fixed number of proposals; of none accepted, which happens less than once in ten million, the last is taken.
 * Gradients flow through the proposal that is accepted, and not through the choice.
 *
 * <p><b>Errors:</b> a size of one is refused by its range: a sphere of two points has no directions between.
 *
 * <p><b>Source:</b> Davidson et al. 2018, algorithm 1 (Wood 1994; Ulrich 1984). Their gradient has a further term for the choice,
 * which is small, as nearly all proposals are accepted, and which their published experiments can do without.
 */
public final class VonMisesFisherPosteriorProvider implements PosteriorProvider<VonMisesFisherPosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "von-mises-fisher");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<VonMisesFisherPosteriorOptions> optionsType() {
        return VonMisesFisherPosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "a direction and its concentration for each example: codes on the unit sphere";
    }

    @Override
    public Posterior create(VonMisesFisherPosteriorOptions options) {
        return new VonMisesFisherPosterior(options);
    }
}
