package dev.diabolo;

import dev.diabolo.engine.LowerBound;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How likely a variational model finds examples. Of the values as the model sees them, after scaling, without a correction for
 * quantised data (no dequantisation); densities of continuous data may be above 1, and their logarithms positive.
 *
 * <p><b>Units:</b> nats, means over examples.
 *
 * <p><b>Source:</b> Kingma and Welling 2014; of active units and of the estimate, Burda et al. 2016, sections 5 and 2.
 *
 * @param examples how many were measured
 * @param reconstruction {@code E_q[-log p(x | z)]}, by samples of the code: not at its mode
 * @param kl {@code KL(q(z | x) || p(z))}
 * @param klPerDimension of each dimension of the code; empty where the divergence is estimated as a whole
 * @param activeUnits dimensions of the code with {@code Var_x(E_q[z]) > 0.01}
 * @param units dimensions of the code
 * @param values in one example
 * @param nll an estimate of {@code -log p(x)} by importance sampling; empty where none was asked for
 */
public record LikelihoodReport(
        long examples,
        double reconstruction,
        double kl,
        List<Double> klPerDimension,
        int activeUnits,
        int units,
        int values,
        OptionalDouble nll) {
    /** Burda et al. 2016, section 5.2. */
    private static final double ACTIVE = 0.01;

    public LikelihoodReport {
        klPerDimension = List.copyOf(klPerDimension);
    }

    static LikelihoodReport of(LowerBound bound, int values, OptionalDouble nll) {
        return new LikelihoodReport(
                bound.examples(),
                bound.reconstruction(),
                bound.divergence(),
                Arrays.stream(bound.divergences()).boxed().toList(),
                (int) Arrays.stream(bound.variances())
                        .filter(variance -> variance > ACTIVE)
                        .count(),
                bound.variances().length,
                values,
                nll);
    }

    /** The sum of both parts: an upper bound of {@code -log p(x)}. */
    public double negativeElbo() {
        return reconstruction + kl;
    }

    /** Of {@link #nll}, where it was estimated, else of the bound: {@code nats / (values log 2)}. */
    public double bitsPerDimension() {
        return nll.orElse(negativeElbo()) / (values * Math.log(2));
    }
}
