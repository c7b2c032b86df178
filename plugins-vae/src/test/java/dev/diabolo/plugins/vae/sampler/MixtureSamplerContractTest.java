package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.testkit.SamplerContract;
import java.util.List;
import java.util.Map;

class MixtureSamplerContractTest extends SamplerContract {
    @Override
    protected SamplerProvider<?> provider() {
        return new MixtureSamplerProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of("components", 2), Map.of("components", 4, "iterations", 5));
    }
}
