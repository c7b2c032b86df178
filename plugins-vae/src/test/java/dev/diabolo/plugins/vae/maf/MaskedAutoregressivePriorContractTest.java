package dev.diabolo.plugins.vae.maf;

import dev.diabolo.spi.PriorProvider;
import dev.diabolo.testkit.PriorContract;
import java.util.List;
import java.util.Map;

class MaskedAutoregressivePriorContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new MaskedAutoregressivePriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("flows", 2, "hidden", "5,4", "activation", "elu"), Map.of("flows", 1, "hidden", List.of()));
    }
}
