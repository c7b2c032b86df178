package dev.diabolo.plugins.adversarial.prior;

import dev.diabolo.plugins.adversarial.prior.circle.CirclePriorProvider;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.PriorContract;
import java.util.List;
import java.util.Map;

class CirclePriorContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new CirclePriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("radius", 1, "across", 0.4),
                Map.of("components", 3, "radius", 0.5, "along", 0.7, "across", 0.5));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(2), TensorSpec.of(1, 2), TensorSpec.of(3));
    }
}
