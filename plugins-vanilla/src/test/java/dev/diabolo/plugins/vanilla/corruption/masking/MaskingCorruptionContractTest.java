package dev.diabolo.plugins.vanilla.corruption.masking;

import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.testkit.CorruptionContract;
import java.util.List;
import java.util.Map;

class MaskingCorruptionContractTest extends CorruptionContract {
    @Override
    protected CorruptionProvider<?> provider() {
        return new MaskingCorruptionProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("share", 0.4));
    }
}
