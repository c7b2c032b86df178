package dev.diabolo.plugins.vae.classes;

import dev.diabolo.plugins.vae.SmallParts;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.LossContract;
import java.util.List;
import java.util.Map;

class SemiSupervisedContractTest extends LossContract {
    private static final int CLASSES = 3;

    @Override
    protected LossProvider<?> provider() {
        return new SemiSupervisedProvider();
    }

    @Override
    protected List<Map<String, ?>> samples() {
        return List.of(Map.of(), Map.of("alpha", 0.5));
    }

    @Override
    protected Posterior posterior() {
        return new ClassAndStylePosteriorProvider()
                .create(new ClassAndStylePosteriorOptions(
                        CLASSES, 2, List.of(), Activation.TANH, 1, false, WeightInitialisation.GLOROT_UNIFORM, 15));
    }

    @Override
    protected Likelihood likelihood() {
        return SmallParts.bernoulli();
    }

    @Override
    protected Prior prior() {
        return new ClassAndStylePriorProvider().create(new ClassAndStylePriorOptions(CLASSES));
    }

    @Override
    protected int classes() {
        return CLASSES;
    }
}
