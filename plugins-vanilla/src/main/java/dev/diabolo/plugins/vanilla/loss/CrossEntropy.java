package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** See {@link CrossEntropyProvider}. */
final class CrossEntropy implements Loss {
    private static final TermSpec TERM =
            new TermSpec("cross-entropy", "nats", "binary cross-entropy, summed over the values of an example");

    @Override
    public List<TermSpec> terms() {
        return List.of(TERM);
    }

    @Override
    public boolean needsUnitInterval() {
        return true;
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Tensor logits = pass.reconstruction().logits().orElseThrow(() -> noLogits(pass));
        SameDiff graph = scope.graph();
        SDVariable a = logits.flat().variable();
        SDVariable x = pass.data().flat().variable();
        // max(a, 0) - a x + log(1 + exp(-|a|)): finite for logits of any size.
        SDVariable softplus =
                graph.math().log1p(graph.math().exp(graph.math().abs(a).neg()));
        SDVariable values = graph.nn().relu(a, 0).sub(a.mul(x)).add(softplus);
        return Map.of(TERM.name(), values.sum(1));
    }

    private static DiaboloException noLogits(ForwardPass pass) {
        return DiaboloException.user(
                "loss.no-logits",
                Problem.of("cross-entropy needs logits, and the likelihood '"
                                + pass.reconstruction().family() + "' gives none as it is set")
                        .at("loss")
                        .remedy("set likelihood.activation=sigmoid, or choose another loss"));
    }
}
