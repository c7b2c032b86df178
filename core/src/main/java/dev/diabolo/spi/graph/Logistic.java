package dev.diabolo.spi.graph;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Functions of logits, finite for logits of any size. */
public final class Logistic {
    private Logistic() {}

    /**
     * {@code log(1 + exp(a))}: the negative logarithm of a probability whose logit is {@code -a}.
     *
     * <p><b>Formula:</b> {@code max(a, 0) + log1p(exp(-|a|))}.
     *
     * @param logits any shape
     */
    public static SDVariable softplus(SDVariable logits) {
        SameDiff graph = logits.getSameDiff();
        return graph.nn().relu(logits, 0).add(remainder(logits));
    }

    /**
     * Binary cross-entropy of each value, in nats.
     *
     * <p><b>Formula:</b> {@code -x log p - (1 - x) log(1 - p)} with {@code p} the logistic function of a, computed as
     * {@code max(a, 0) - a x + log1p(exp(-|a|))}.
     *
     * @param logits a; any shape
     * @param targets x in [0, 1]; the same shape
     */
    public static SDVariable crossEntropy(SDVariable logits, SDVariable targets) {
        SameDiff graph = logits.getSameDiff();
        return graph.nn().relu(logits, 0).sub(logits.mul(targets)).add(remainder(logits));
    }

    private static SDVariable remainder(SDVariable logits) {
        SameDiff graph = logits.getSameDiff();
        return graph.math().log1p(graph.math().exp(graph.math().abs(logits).neg()));
    }
}
