package dev.diabolo.plugins.vanilla.deterministic;

import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.testkit.LikelihoodContract;
import java.util.List;
import java.util.Map;

class DeterministicLikelihoodContractTest extends LikelihoodContract {
    @Override
    protected LikelihoodProvider<?> provider() {
        return new DeterministicLikelihoodProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("activation", "linear"), Map.of("activation", "tanh"));
    }
}
