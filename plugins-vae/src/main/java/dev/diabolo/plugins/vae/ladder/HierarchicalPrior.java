package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link HierarchicalPriorProvider}. */
record HierarchicalPrior(Hierarchy hierarchy) implements Prior {
    @Override
    public void requireSupported(TensorSpec code) {
        if (!code.equals(hierarchy.code())) {
            throw DiaboloException.user(
                    "prior.wrong-layers",
                    Problem.of("layers of " + hierarchy.sizes() + " numbers make a code of shape " + hierarchy.code()
                                    + ", and the posterior's has shape " + code)
                            .at("prior.sizes")
                            .remedy("set prior.sizes to posterior.sizes, with posterior.type=vae.ladder"));
        }
    }

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        return hierarchy.logDensity(
                Hierarchy.Parameters.ofPosterior(scope), code.flat().variable());
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        Hierarchy.Parameters parameters = Hierarchy.Parameters.ofPosterior(scope);
        int highest = hierarchy.layers() - 1;
        List<SDVariable> layers = new LinkedList<>();
        SDVariable above = noise(scope, highest);
        layers.add(above);
        for (int layer = highest - 1; layer >= 0; layer--) {
            above = hierarchy.below(parameters, above, layer).at(noise(scope, layer));
            layers.add(0, above);
        }
        return new Tensor(Hierarchy.joined(layers), hierarchy.code());
    }

    private SDVariable noise(GraphScope scope, int layer) {
        TensorSpec spec = TensorSpec.of(hierarchy.sizes().get(layer));
        return scope.noise("sample-" + layer, NoiseKind.STANDARD_NORMAL, spec).variable();
    }

    /** Of a ladder each layer's, given the sample above: what Sonderby et al. 2016 train with. */
    @Override
    public Optional<SDVariable> divergence(GraphScope scope, Model model, Latent posterior) {
        return posterior instanceof Ladder ladder
                ? Optional.of(hierarchy.divergences(Hierarchy.Parameters.ofPosterior(scope), ladder))
                : Optional.empty();
    }
}
