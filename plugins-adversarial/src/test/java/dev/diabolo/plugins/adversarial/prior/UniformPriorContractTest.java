package dev.diabolo.plugins.adversarial.prior;

import dev.diabolo.plugins.adversarial.prior.uniform.UniformPriorProvider;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.PriorContract;
import java.util.List;
import java.util.Map;

class UniformPriorContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new UniformPriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("low", -9, "high", 9), Map.of("low", 0, "high", 0.5));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(2), TensorSpec.of(1, 2), TensorSpec.of(3));
    }
}
