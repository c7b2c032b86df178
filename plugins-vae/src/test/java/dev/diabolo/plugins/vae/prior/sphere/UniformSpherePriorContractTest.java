package dev.diabolo.plugins.vae.prior.sphere;

import dev.diabolo.plugins.vae.sphere.VonMisesFisherPosteriorOptions;
import dev.diabolo.plugins.vae.sphere.VonMisesFisherPosteriorProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.PriorContract;

class UniformSpherePriorContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new UniformSpherePriorProvider();
    }

    @Override
    protected Posterior posterior(TensorSpec code) {
        Posterior directions = new VonMisesFisherPosteriorProvider()
                .create(new VonMisesFisherPosteriorOptions(
                        Math.max(2, code.size()), WeightInitialisation.GLOROT_UNIFORM));
        return directions;
    }

    @Override
    protected boolean isDensityOfVolume() {
        return false;
    }
}
