package dev.diabolo.plugins.vae.prior.normal;

import dev.diabolo.spi.PriorProvider;
import dev.diabolo.testkit.PriorContract;

class NormalPriorContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new NormalPriorProvider();
    }
}
