package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.PriorContract;
import java.util.List;
import java.util.Map;

class HierarchicalPriorContractTest extends PriorContract {
    @Override
    protected PriorProvider<?> provider() {
        return new HierarchicalPriorProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("sizes", "3,2", "hidden", 3, "activation", "elu"),
                Map.of("sizes", "1,3,1", "hidden", 2, "activation", "tanh"),
                Map.of("sizes", "5"));
    }

    @Override
    protected List<TensorSpec> shapes() {
        return List.of(TensorSpec.of(5), TensorSpec.of(4), TensorSpec.of(5, 2));
    }
}
