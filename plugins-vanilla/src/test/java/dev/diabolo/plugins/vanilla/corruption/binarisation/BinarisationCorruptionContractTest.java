package dev.diabolo.plugins.vanilla.corruption.binarisation;

import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.testkit.CorruptionContract;

class BinarisationCorruptionContractTest extends CorruptionContract {
    @Override
    protected CorruptionProvider<?> provider() {
        return new BinarisationCorruptionProvider();
    }

    @Override
    protected boolean gradientsAreEstimated() {
        return true;
    }
}
