package dev.diabolo.engine.classification;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** The negative log-likelihood of each example's class. */
record ClassLoss() implements Loss {
    private static final TermSpec TERM = new TermSpec("class", "nats", "cross-entropy of the classes");

    @Override
    public List<TermSpec> terms() {
        return List.of(TERM);
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        SDVariable labels = pass.labels().orElseThrow().variable();
        SDVariable logits = ((Scores.Known) pass.latent()).logits();
        SDVariable logarithms = Logistic.logProbabilities(logits);
        return Map.of(TERM.name(), labels.mul(logarithms).sum(1).neg());
    }
}
