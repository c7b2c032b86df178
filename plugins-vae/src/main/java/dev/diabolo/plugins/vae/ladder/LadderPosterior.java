package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link LadderPosteriorProvider}. */
record LadderPosterior(Hierarchy hierarchy) implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return hierarchy.code();
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Hierarchy.Parameters parameters = Hierarchy.Parameters.of(scope);
        List<Normal> seen = up(parameters, features.flat());
        List<Ladder.Layer> drawn = down(
                parameters,
                seen,
                (layer, posterior) -> posterior.at(scope.noise(
                                "sample-" + layer,
                                NoiseKind.STANDARD_NORMAL,
                                TensorSpec.of(hierarchy.sizes().get(layer)))
                        .variable()));
        List<Ladder.Layer> most = down(parameters, seen, (layer, posterior) -> posterior.mean());
        return new Ladder(code(most), code(drawn), drawn);
    }

    private Tensor code(List<Ladder.Layer> layers) {
        return new Tensor(
                Hierarchy.joined(layers.stream().map(Ladder.Layer::value).toList()), hierarchy.code());
    }

    /** What the data tell of each layer, without noise; the lowest first. */
    private List<Normal> up(Hierarchy.Parameters parameters, Tensor features) {
        List<Normal> seen = new ArrayList<>();
        SDVariable units = features.variable();
        long width = features.spec().size();
        for (int layer = 0; layer < hierarchy.layers(); layer++) {
            String name = "up-" + layer;
            if (layer > 0) {
                SDVariable linear = hierarchy.dense(parameters, name + "/hidden", units, width, hierarchy.hidden());
                units = hierarchy.activation().apply(linear);
                width = hierarchy.hidden();
            }
            seen.add(hierarchy.normal(parameters, name, units, width, layer));
        }
        return seen;
    }

    /**
     * From the highest layer, which the prior knows nothing of, to the lowest; in a list, the lowest first.
     *
     * @param value what of a layer's posterior the layer below is given
     */
    private List<Ladder.Layer> down(
            Hierarchy.Parameters parameters, List<Normal> seen, BiFunction<Integer, Normal, SDVariable> value) {
        List<Ladder.Layer> layers = new ArrayList<>();
        for (int layer = hierarchy.layers() - 1; layer >= 0; layer--) {
            Normal ofData = seen.get(layer);
            boolean highest = layers.isEmpty();
            Normal posterior = highest
                    ? ofData
                    : hierarchy.below(parameters, layers.get(0).value(), layer).merged(ofData);
            layers.add(0, new Ladder.Layer(posterior, value.apply(layer, posterior)));
        }
        return layers;
    }
}
