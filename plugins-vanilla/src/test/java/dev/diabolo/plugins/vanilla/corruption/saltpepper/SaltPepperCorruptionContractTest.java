package dev.diabolo.plugins.vanilla.corruption.saltpepper;

import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.testkit.CorruptionContract;
import java.util.List;
import java.util.Map;

class SaltPepperCorruptionContractTest extends CorruptionContract {
    @Override
    protected CorruptionProvider<?> provider() {
        return new SaltPepperCorruptionProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("share", 0.5));
    }
}
