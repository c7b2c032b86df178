package dev.diabolo.plugins.adversarial.prior;

import dev.diabolo.plugins.adversarial.prior.samples.SamplesPriorProvider;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.PriorContract;
import java.util.List;
import java.util.Map;

class SamplesPriorContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new SamplesPriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("rows", List.of(0.5, -0.5, 0.0, 1.0, -1.0, 0.25), "width", 2, "deviation", 0.5));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(2), TensorSpec.of(1, 2), TensorSpec.of(3));
    }
}
