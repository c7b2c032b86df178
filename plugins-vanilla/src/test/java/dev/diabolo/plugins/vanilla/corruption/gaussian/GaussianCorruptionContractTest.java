package dev.diabolo.plugins.vanilla.corruption.gaussian;

import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.testkit.CorruptionContract;
import java.util.List;
import java.util.Map;

class GaussianCorruptionContractTest extends CorruptionContract {
    @Override
    protected CorruptionProvider<?> provider() {
        return new GaussianCorruptionProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("deviation", 0.2), Map.of("deviation", 1));
    }
}
