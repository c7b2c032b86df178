package dev.diabolo.plugins.vae.prior.categorical;

import dev.diabolo.plugins.vae.categorical.CategoricalPosteriorOptions;
import dev.diabolo.plugins.vae.categorical.CategoricalPosteriorProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.PriorContract;
import java.util.List;

class UniformCategoricalPriorContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new UniformCategoricalPriorProvider();
    }

    @Override
    protected Posterior posterior(TensorSpec code) {
        return new CategoricalPosteriorProvider().create(options(code));
    }

    /** Straight through, as only one-hot samples have the probabilities of their logits. */
    private static CategoricalPosteriorOptions options(TensorSpec code) {
        int categories = Math.max(2, (int) code.dimension(code.rank() - 1));
        return new CategoricalPosteriorOptions(
                code.size() / categories, categories, 0.5, true, WeightInitialisation.GLOROT_UNIFORM);
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(
                TensorSpec.of(4), TensorSpec.of(3, 1), TensorSpec.of(1, 2), TensorSpec.of(2, 3), TensorSpec.of(3, 7));
    }

    @Override
    protected boolean isDensityOfVolume() {
        return false;
    }
}
