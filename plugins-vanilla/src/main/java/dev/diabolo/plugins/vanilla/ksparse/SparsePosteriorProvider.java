package dev.diabolo.plugins.vanilla.ksparse;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/**
 * A code of which only the k largest values are kept; the others are zero.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, size]}.
 *
 * <p><b>Formula:</b> {@code z = activation(W x + b)}, with {@code z_j = 0} unless it is among the k largest of its example, in
 * training, or among the alpha k largest elsewhere (rounded, at most all). Of equal values the first are kept, so that there
 * are never more than k. Gradients flow through the values that are kept, and not through the choice.
 *
 * <p><b>Errors:</b> refused (USER) where k is greater than size.
 *
 * <p><b>Source:</b> Makhzani and Frey 2014, section 2.1; there alpha is chosen by the classification error, here it is 1.
 */
public final class SparsePosteriorProvider implements PosteriorProvider<SparsePosteriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "k-sparse");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<SparsePosteriorOptions> optionsType() {
        return SparsePosteriorOptions.class;
    }

    @Override
    public String summary() {
        return "a fully connected layer of which only the k largest values are kept";
    }

    @Override
    public Posterior create(SparsePosteriorOptions options) {
        if (options.k() > options.size()) {
            throw DiaboloException.user(
                    "posterior.k-too-large",
                    Problem.of("k is " + options.k() + ", and the code has only " + options.size() + " numbers")
                            .at("posterior.k")
                            .allowed("1 to " + options.size())
                            .remedy("set a smaller k, or a larger size"));
        }
        return new SparsePosterior(options);
    }
}
