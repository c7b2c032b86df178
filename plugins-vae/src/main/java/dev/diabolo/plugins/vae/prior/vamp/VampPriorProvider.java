package dev.diabolo.plugins.vae.prior.vamp;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * The variational mixture of posteriors: what the encoder makes of inputs that are learnt.
 *
 * <p><b>Shapes:</b> codes of any shape; pseudo-inputs have the shape of the data.
 *
 * <p><b>Formula:</b> {@code p(z) = 1/K sum_k q(z | u_k)}, with {@code u_k} in (0, 1) the logistic function of parameters. The encoder
 * is the model's, without dropout.
 *
 * <p><b>Errors:</b> refused (USER) where the model's posterior is not normal with independent dimensions.
 *
 * <p><b>Source:</b> Tomczak and Welling 2018, equation 9. There pseudo-inputs are clipped to [0, 1], which stops the gradient of
 * those beyond, and there are 500.
 */
public final class VampPriorProvider implements PriorProvider<VampPriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "vamp");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<VampPriorOptions> optionsType() {
        return VampPriorOptions.class;
    }

    @Override
    public String summary() {
        return "the mean of the posteriors of inputs that are learnt, for the posterior vae.gaussian";
    }

    @Override
    public Prior create(VampPriorOptions options) {
        return new VampPrior(options);
    }
}
