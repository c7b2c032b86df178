package dev.diabolo.plugins.vanilla.corruption.binarisation;

import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.CorruptionContract;
import java.util.List;

class BinarisationCorruptionContractTest extends CorruptionContract {
    @Override
    protected CorruptionProvider<?> provider() {
        return new BinarisationCorruptionProvider();
    }

    /** With so many values that two draws are hardly ever the same. */
    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(40), TensorSpec.of(4, 10), TensorSpec.of(2, 4, 6));
    }

    @Override
    protected boolean gradientsAreEstimated() {
        return true;
    }
}
