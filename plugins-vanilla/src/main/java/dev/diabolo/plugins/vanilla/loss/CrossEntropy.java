package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

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
        SDVariable values = Logistic.crossEntropy(
                logits.flat().variable(), pass.data().flat().variable());
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
