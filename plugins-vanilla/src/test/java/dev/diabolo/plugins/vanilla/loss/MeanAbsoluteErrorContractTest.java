package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.testkit.LossContract;

class MeanAbsoluteErrorContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new MeanAbsoluteErrorProvider();
    }
}
