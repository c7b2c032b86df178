package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link HuberLossProvider}. */
record HuberLoss(HuberLossOptions options) implements Loss {
    private static final TermSpec TERM =
            new TermSpec("huber", "squared data units", "Huber's error, averaged over the values of an example");

    @Override
    public List<TermSpec> terms() {
        return List.of(TERM);
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        SDVariable mean = pass.reconstruction().mean().flat().variable();
        SDVariable error = mean.sub(pass.data().flat().variable());
        // c (e - c / 2), with c the error cut off at delta, is both branches at once: ND4J has no gradient of 'where'.
        SDVariable cut = scope.graph().math().clipByValue(error, -options.delta(), options.delta());
        return Map.of(TERM.name(), cut.mul(error.sub(cut.mul(0.5))).mean(1));
    }
}
