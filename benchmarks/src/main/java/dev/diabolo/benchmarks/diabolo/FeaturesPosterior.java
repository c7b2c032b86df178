package dev.diabolo.benchmarks.diabolo;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.option.NoOptions;

/**
 * The features as the code: W4 has no layer between its two LSTMs.
 *
 * <p><b>Shapes:</b> {@code [batch, features...] -> [batch, features...]}.
 */
public final class FeaturesPosterior implements PosteriorProvider<NoOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("benchmark", "features");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<NoOptions> optionsType() {
        return NoOptions.class;
    }

    @Override
    public String summary() {
        return "the features as they are";
    }

    @Override
    public Posterior create(NoOptions options) {
        return new Posterior() {
            @Override
            public TensorSpec code(TensorSpec features) {
                return features;
            }

            @Override
            public Latent infer(GraphScope scope, Tensor features) {
                return new Latent.Point(features);
            }
        };
    }
}
