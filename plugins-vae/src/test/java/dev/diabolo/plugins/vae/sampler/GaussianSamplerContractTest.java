package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.testkit.SamplerContract;
import java.util.List;
import java.util.Map;

class GaussianSamplerContractTest extends SamplerContract {
    @Override
    protected SamplerProvider<?> provider() {
        return new GaussianSamplerProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("regularisation", 0.01));
    }
}
