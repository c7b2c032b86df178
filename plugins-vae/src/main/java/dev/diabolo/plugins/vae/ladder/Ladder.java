package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.graph.Tensor;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A code in layers, of which each was inferred given the one above.
 *
 * @param mode the means, each given the mean of the layer above
 * @param sample drawn from the highest layer to the lowest
 * @param layers of the sample, the lowest first
 */
record Ladder(Tensor mode, Tensor sample, List<Layer> layers) implements Latent.Custom {
    /**
     * One layer.
     *
     * @param posterior given the data and the layer above
     * @param value of the layer, shape {@code [rows, size]}
     */
    record Layer(Normal posterior, SDVariable value) {}

    @Override
    public Optional<SDVariable> logDensityOfSample() {
        return layers.stream()
                .map(layer -> layer.posterior().logDensity(layer.value()))
                .reduce(SDVariable::add);
    }
}
