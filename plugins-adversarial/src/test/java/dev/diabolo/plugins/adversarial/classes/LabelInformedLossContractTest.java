package dev.diabolo.plugins.adversarial.classes;

import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

class LabelInformedLossContractTest extends LossContract {
    private static final int CLASSES = 3;

    @Override
    protected LossProvider<?> provider() {
        return new LabelInformedLossProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(
                Map.of("discriminator.hidden", List.of(4, 3), "discriminator.activation", "tanh"),
                Map.of("discriminator.hidden", List.of(), "discriminator.smoothing", 0.1));
    }

    @Override
    protected Prior prior() {
        return new Lines();
    }

    @Override
    protected int classes() {
        return CLASSES;
    }

    /** Normal codes, of which each class has its own distance from the origin. */
    private static final class Lines implements Prior {
        @Override
        public void requireSupported(TensorSpec code) {}

        @Override
        public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
            throw new AssertionError("no density is needed");
        }

        @Override
        public Tensor sample(GraphScope scope, Model model) {
            return scope.noise("sample", NoiseKind.STANDARD_NORMAL, model.code());
        }

        @Override
        public Tensor sampleOf(GraphScope scope, Model model, Tensor classes) {
            Tensor sample = sample(scope, model);
            SDVariable distance = classes.variable().mmul(scope.constant(new double[] {1, 2, 3}, CLASSES, 1));
            return sample.with(sample.variable().add(distance));
        }
    }
}
