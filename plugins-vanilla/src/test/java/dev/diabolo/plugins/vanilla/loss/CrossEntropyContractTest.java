package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.testkit.LossContract;

class CrossEntropyContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new CrossEntropyProvider();
    }
}
