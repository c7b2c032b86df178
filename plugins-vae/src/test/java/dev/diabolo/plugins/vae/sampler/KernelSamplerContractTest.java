package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.testkit.SamplerContract;
import java.util.List;
import java.util.Map;

class KernelSamplerContractTest extends SamplerContract {
    @Override
    protected SamplerProvider<?> provider() {
        return new KernelSamplerProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("bandwidth", 0.5, "most", 250));
    }
}
