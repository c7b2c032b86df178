package dev.diabolo.plugins.vanilla.features;

import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.testkit.PosteriorContract;

class FeaturesPosteriorContractTest extends PosteriorContract {
    @Override
    protected PosteriorProvider<?> provider() {
        return new FeaturesPosteriorProvider();
    }
}
