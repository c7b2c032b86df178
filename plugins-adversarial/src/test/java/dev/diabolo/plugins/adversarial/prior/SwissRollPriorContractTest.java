package dev.diabolo.plugins.adversarial.prior;

import dev.diabolo.plugins.adversarial.prior.swissroll.SwissRollPriorProvider;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.PriorContract;
import java.util.List;
import java.util.Map;

class SwissRollPriorContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new SwissRollPriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("radius", 1, "turns", 1, "deviation", 0.4));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(2), TensorSpec.of(1, 2), TensorSpec.of(3));
    }
}
