package dev.diabolo.plugins.vae.prior.normal;

import dev.diabolo.plugins.vae.fullgaussian.FullGaussianPosteriorOptions;
import dev.diabolo.plugins.vae.fullgaussian.FullGaussianPosteriorProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.PriorContract;
import java.util.List;

class StandardNormalPriorOfFullGaussiansContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new StandardNormalPriorProvider();
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(1), TensorSpec.of(4));
    }

    @Override
    protected Posterior posterior(TensorSpec code) {
        return new FullGaussianPosteriorProvider()
                .create(new FullGaussianPosteriorOptions(code.size(), WeightInitialisation.GLOROT_UNIFORM, 15));
    }
}
