package dev.diabolo.plugins.vanilla.composite;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/**
 * A weighted sum of reconstruction errors and penalties, each a term of its own in reports.
 *
 * <p><b>Shapes:</b> one value for each example and term, {@code [batch]}.
 *
 * <p><b>Formula:</b> the sum of {@code weight * term} over the terms whose weight is not 0; each term in its own units and as its own
 * type defines it. Note that {@code mse}, {@code mae}, {@code huber} and {@code ssim} are means over the values of an example, and
 * {@code cross-entropy} and all penalties are sums: weights of the literature for a sum of squares over D values are to be divided
 * by D here.
 *
 * <p><b>Errors:</b> refused (USER) where no reconstruction error has a weight, and where one of the terms is.
 */
public final class CompositeLossProvider implements LossProvider<CompositeLossOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "composite");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<CompositeLossOptions> optionsType() {
        return CompositeLossOptions.class;
    }

    @Override
    public String summary() {
        return "a weighted sum of reconstruction errors and of penalties on code, encoder and decoder";
    }

    @Override
    public Loss create(CompositeLossOptions options) {
        Members members = new Members(options);
        if (members.errors().isEmpty()) {
            throw DiaboloException.user(
                    "loss.no-reconstruction",
                    Problem.of("every reconstruction error has the weight 0, so that nothing is learnt about the data")
                            .at("loss.reconstruction")
                            .allowed("a weight above 0 for at least one of mse, mae, huber, ssim, cross-entropy")
                            .remedy("set loss.reconstruction.mse=1"));
        }
        return new CompositeLoss(members.all());
    }
}
