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

    /**
     * The logarithms of probabilities that are proportional to exponentials. ND4J's own is minus infinity where a probability is too
     * small for its type, and a zero times that is NaN.
     *
     * <p><b>Formula:</b> {@code a - m - log sum exp(a - m)}, with m the greatest of a row.
     *
     * @param logits a; shape {@code [rows, categories]}
     */
    public static SDVariable logProbabilities(SDVariable logits) {
        SameDiff graph = logits.getSameDiff();
        SDVariable below = logits.sub(logits.max(true, 1));
        return below.sub(graph.math().log(graph.math().exp(below).sum(true, 1)));
    }

    private static SDVariable remainder(SDVariable logits) {
        SameDiff graph = logits.getSameDiff();
        return graph.math().log1p(graph.math().exp(graph.math().abs(logits).neg()));
    }
}
