package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link MeanAbsoluteErrorProvider}. */
final class MeanAbsoluteError implements Loss {
    private static final TermSpec TERM =
            new TermSpec("mae", "data units", "mean absolute error over the values of an example");

    @Override
    public List<TermSpec> terms() {
        return List.of(TERM);
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        SDVariable mean = pass.reconstruction().mean().flat().variable();
        SDVariable error = mean.sub(pass.data().flat().variable());
        return Map.of(TERM.name(), scope.graph().math().abs(error).mean(1));
    }
}
