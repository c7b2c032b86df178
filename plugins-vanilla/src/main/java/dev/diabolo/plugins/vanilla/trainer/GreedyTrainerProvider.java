package dev.diabolo.plugins.vanilla.trainer;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.TrainerProvider;

/**
 * Trains a stack of layers greedily, from the data up, and then all of it: stages {@code layer-1}, {@code layer-2} and so on,
 * and the phase {@code joint}. In its stage, a layer of the encoder and the one of the decoder that mirrors it are an
 * autoencoder of their own, which learns to restore what the finished layers below make of the data; those rest. The posterior
 * and the decoder's first layer are the last.
 *
 * <p><b>Formula:</b> stage i minimises the loss of {@code h_{i-1}} and {@code d_i(e_i(h_{i-1}))}, with {@code h_0 = x} and
 * {@code h_i = e_i(h_{i-1})}; with a corruption c, of {@code d_i(e_i(c(h_{i-1})))}.
 *
 * <p><b>Errors:</b> networks that are not in layers are refused, and so are fewer epochs than stages.
 *
 * <p><b>Source:</b> Bengio et al. 2006; with a corruption, Vincent et al. 2010. There, training all together ends with labels; here
 * with the model's own loss, as in Hinton and Salakhutdinov 2006.
 */
public final class GreedyTrainerProvider implements TrainerProvider<GreedyTrainerOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "greedy");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<GreedyTrainerOptions> optionsType() {
        return GreedyTrainerOptions.class;
    }

    @Override
    public String summary() {
        return "layer by layer, each as an autoencoder of its own, and then all together";
    }

    @Override
    public Trainer create(GreedyTrainerOptions options) {
        return new GreedyTrainer(options);
    }
}
