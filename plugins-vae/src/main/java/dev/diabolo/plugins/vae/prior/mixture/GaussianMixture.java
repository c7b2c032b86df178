package dev.diabolo.plugins.vae.prior.mixture;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * A mixture of normal distributions with independent dimensions, in a graph.
 *
 * @param code the shape of a code, of D numbers
 * @param components how many, K
 * @param logWeights shape {@code [1, K]}; the weights sum to one
 * @param means shape {@code [K, D]}
 * @param logVariances shape {@code [K, D]}
 */
public record GaussianMixture(
        TensorSpec code, int components, SDVariable logWeights, SDVariable means, SDVariable logVariances) {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    /**
     * The logarithm of the density, in nats.
     *
     * <p><b>Formula:</b> {@code log sum_k exp(log pi_k + log N(z; mean_k, variance_k))}, with the largest summand taken out. Differences
     * are squared as they are: products of matrices would be faster, and lose the digits of narrow components far from zero.
     *
     * @param codes any number of rows
     * @return shape {@code [rows]}
     */
    public SDVariable logDensity(Tensor codes) {
        SameDiff graph = means.getSameDiff();
        long values = (long) components * code.size();
        SDVariable each = graph.tile(codes.flat().variable(), 1, components);
        SDVariable spread = logVariances.reshape(1, values);
        SDVariable difference = each.sub(means.reshape(1, values));
        SDVariable squares =
                difference.mul(difference).mul(graph.math().exp(spread.neg())).add(spread);
        SDVariable exponents = squares.reshape(-1, code.size()).sum(1).reshape(-1, components);
        SDVariable summands = exponents.add(code.size() * LOG_TWO_PI).mul(-0.5).add(logWeights);
        SDVariable largest = summands.max(true, 1);
        return graph.math()
                .log(graph.math().exp(summands.sub(largest)).sum(true, 1))
                .add(largest)
                .sum(1);
    }

    /** A code for each example: a component by a uniform number, then a normal one. */
    public Tensor sample(GraphScope scope) {
        SameDiff graph = scope.graph();
        SDVariable chosen = scope.stopGradient(component(scope));
        SDVariable deviations = graph.math().exp(logVariances.mul(0.5));
        Tensor noise = scope.noise("sample", NoiseKind.STANDARD_NORMAL, code.flat());
        SDVariable sample = chosen.mmul(means).add(chosen.mmul(deviations).mul(noise.variable()));
        return noise.with(sample).as(code);
    }

    /** One-hot, shape {@code [batch, K]}: the component in whose part of [0, 1) a uniform number lies. */
    private SDVariable component(GraphScope scope) {
        SameDiff graph = scope.graph();
        SDVariable uniform =
                scope.noise("component", NoiseKind.UNIFORM, TensorSpec.of(1)).variable();
        SDVariable weights = graph.math().exp(logWeights);
        SDVariable ends = graph.cumsum(weights, false, false, 1);
        // Rounded, the weights may sum to less than one; nothing lies beyond the last component.
        double[] beyond = new double[components];
        beyond[components - 1] = 1;
        SDVariable begun = reached(scope, uniform, ends.sub(weights));
        return begun.sub(reached(scope, uniform, ends.add(scope.constant(beyond, 1, components))));
    }

    private static SDVariable reached(GraphScope scope, SDVariable value, SDVariable bound) {
        return value.sub(bound).gte(0).castTo(scope.dataType());
    }
}
