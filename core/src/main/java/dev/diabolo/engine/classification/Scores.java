package dev.diabolo.engine.classification;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import org.nd4j.autodiff.samediff.SDVariable;

/** The last layer: a code is the features and behind them the probabilities of the classes. */
record Scores(int classes) implements Posterior {
    /**
     * What is known of a batch.
     *
     * @param mode features and probabilities
     * @param logits of the classes; shape {@code [batch, classes]}
     */
    record Known(Tensor mode, SDVariable logits) implements Latent.Custom {
        @Override
        public Tensor sample() {
            return mode;
        }
    }

    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(features.size() + classes);
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        SDVariable logits = Layers.dense(scope, "logits", features, classes, WeightInitialisation.GLOROT_UNIFORM)
                .variable();
        SDVariable probabilities = scope.graph().nn().softmax(logits, 1);
        SDVariable both = scope.graph().concat(1, features.flat().variable(), probabilities);
        return new Known(new Tensor(both, code(features.spec())), logits);
    }
}
