package dev.diabolo.plugins.vae.autoregressive;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Sampler;
import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * A distribution of codes that are choices of entries: each choice given those before it, row after row, by masked convolutions.
 *
 * <p><b>Shapes:</b> {@code [rows, groups, places...] -> [rows]}.
 *
 * <p><b>Formula:</b> {@code log p(c) = sum_i log softmax(f(c_1, ..., c_(i-1)))[c_i]}; f is a masked convolution of embedded choices, which
 * does not see its own place, and residual blocks {@code h + mix(activation(conv(activation(h))))}, which do. Codes are drawn one choice
 * after the other.
 *
 * <p><b>Errors:</b> refused (USER) for codes that are no choices, and for more than 1,024 of them.
 *
 * <p><b>Source:</b> van den Oord et al. 2016 (PixelCNN), and 2017 for codes.
 */
public final class AutoregressiveSamplerProvider implements SamplerProvider<AutoregressiveSamplerOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "autoregressive");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<AutoregressiveSamplerOptions> optionsType() {
        return AutoregressiveSamplerOptions.class;
    }

    @Override
    public String summary() {
        return "a causal network over choices of entries, trained on codes";
    }

    @Override
    public Sampler create(AutoregressiveSamplerOptions options) {
        return new AutoregressiveSampler(options);
    }
}
