package dev.diabolo.plugins.vae.sphere;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.PosteriorContract;
import java.util.List;
import java.util.Map;

class VonMisesFisherPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new VonMisesFisherPosteriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("size", 4), Map.of("size", 2));
    }

    /** Of more than one number: one alone may be near zero, and so near no direction, that differences are too coarse. */
    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(6), TensorSpec.of(3, 4), TensorSpec.of(1, 8, 8));
    }

    @Override
    protected boolean isDensityOfVolume() {
        return false;
    }
}
