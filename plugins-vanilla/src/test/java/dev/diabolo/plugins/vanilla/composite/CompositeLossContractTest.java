package dev.diabolo.plugins.vanilla.composite;

import dev.diabolo.plugins.vanilla.point.PointPosteriorOptions;
import dev.diabolo.plugins.vanilla.point.PointPosteriorProvider;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class CompositeLossContractTest extends LossContract {
    @Override
    protected LossProvider<?> provider() {
        return new CompositeLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of(),
                Map.of("reconstruction.ssim", 0.5, "reconstruction.mae", 0.3, "reconstruction.huber", 2),
                Map.of("reconstruction.mse", 0, "reconstruction.cross-entropy", 1, "contractive.weight", 0.1),
                Map.of("code.l1", 0.1, "code.l2", 0.2),
                Map.of("code.kl", 3, "code.rho", 0.1),
                Map.of("decoder.l2", 0.01, "decoder.gradient", 0.1, "decoder.step", 0.1));
    }

    @Override
    protected TensorSpec data() {
        return TensorSpec.of(1, 3, 4);
    }

    @Override
    protected Posterior posterior() {
        return new PointPosteriorProvider()
                .create(new PointPosteriorOptions(3, Activation.SIGMOID, WeightInitialisation.GLOROT_UNIFORM));
    }
}
