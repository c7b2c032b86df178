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

    /** Hidden units that are bounded, in one of them: scales that are exponentials of numbers without bound have tails too long to measure. */
    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("flows", 2, "hidden", "5,4", "activation", "elu"),
                Map.of("flows", 1, "hidden", "4", "activation", "tanh"));
    }
}
