package dev.diabolo.plugins.vanilla.recurrent;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Additive attention over the states of a sequence.
 *
 * <p><b>Shapes:</b> {@code [batch, units, time] -> [batch, units]}.
 *
 * <p><b>Formula:</b> {@code sum_t a_t h_t} with {@code a = softmax_t(v tanh(W h_t + b))}.
 *
 * <p><b>Source:</b> Bahdanau, Cho and Bengio 2015, equations 5 and 6; without a query, since there is one result for a sequence.
 */
final class AttentionPooling {
    private AttentionPooling() {}

    static Tensor apply(GraphScope scope, Tensor states, WeightInitialisation initialisation) {
        long units = states.spec().dimension(0);
        long time = states.spec().dimension(1);
        Tensor hidden = Layers.denseOverTime(scope, "hidden", states, units, initialisation);
        SDVariable rows =
                scope.graph().nn().tanh(hidden.variable()).permute(0, 2, 1).reshape(-1, units);
        SDVariable direction = scope.parameter("direction", initialisation.initialiser(units, 1), units, 1);
        SDVariable scores = rows.mmul(direction).reshape(-1, time);
        SDVariable weights = scope.graph().nn().softmax(scores, 1).reshape(-1, time, 1);
        SDVariable mean = states.variable().mmul(weights);
        return new Tensor(mean.reshape(-1, units), TensorSpec.of(units));
    }
}
