package dev.diabolo.plugins.adversarial.wgan;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Keeps a critic's slope near 1 between what is real and what is not, by differences, which need no gradient of a gradient.
 *
 * <p><b>Formula:</b> at {@code y = e x + (1 - e) f} with e uniform, and k normal directions n: {@code s^2 = 1/k sum_j ((D(y + h n_j)
 * - D(y)) / h)^2}, of which the mean is the squared norm of the gradient; the penalty is {@code (a s - 1)^2}. s varies
 * with the directions, so that without a the penalty would be least at a slope below 1; with {@code a = E[c] / sqrt(k)}, c chi-distributed
 * with k degrees of freedom, it is least at 1, where {@code 1 - a^2} is left of it. Where the data have no more than k numbers, n_j are
 * the axes instead: then {@code s^2 = sum_j ((D(y + h n_j) - D(y)) / h)^2} is the squared norm, {@code a = 1}, and nothing is left.
 *
 * <p><b>Source:</b> Gulrajani et al. 2017, with the gradient itself. The step h must be small beside what the critic tells apart.
 *
 * @param directions k
 * @param step h
 */
record SlopePenalty(GraphScope scope, int directions, double step) {
    private static final double TINY = 1e-12;

    /**
     * What is measured of one batch.
     *
     * @param penalty shape {@code [batch]}
     * @param slope an unbiased estimate of the gradient's norm; shape {@code [batch]}
     */
    record Measured(SDVariable penalty, SDVariable slope) {}

    /**
     * @param critic gives one number for each row
     */
    Measured of(Tensor real, Tensor fake, Function<Tensor, SDVariable> critic) {
        Tensor between = between(real, fake);
        return between.spec().size() <= directions ? alongAxes(between, critic) : atRandom(between, critic);
    }

    private Measured alongAxes(Tensor between, Function<Tensor, SDVariable> critic) {
        int size = (int) between.spec().size();
        SDVariable here = critic.apply(between);
        SDVariable squares = null;
        for (int axis = 0; axis < size; axis++) {
            double[] unit = new double[size];
            unit[axis] = 1;
            SDVariable slope = slope(between, here, scope.constant(unit, 1, size), critic);
            squares = added(squares, slope.mul(slope));
        }
        SDVariable norm = root(Objects.requireNonNull(squares, "squares"));
        return new Measured(squaredDifference(norm), norm);
    }

    private Measured atRandom(Tensor between, Function<Tensor, SDVariable> critic) {
        SDVariable here = critic.apply(between);
        SDVariable squares = null;
        SDVariable sizes = null;
        for (int i = 0; i < directions; i++) {
            Tensor direction = scope.noise("direction-" + i, NoiseKind.STANDARD_NORMAL, between.spec());
            SDVariable slope = slope(between, here, direction.flat().variable(), critic);
            squares = added(squares, slope.mul(slope));
            sizes = added(sizes, scope.graph().math().abs(slope));
        }
        SDVariable norm = root(Objects.requireNonNull(squares, "squares").div(directions));
        return new Measured(
                squaredDifference(norm.mul(meanOfChi() / Math.sqrt(directions))),
                Objects.requireNonNull(sizes, "sizes").mul(Math.sqrt(Math.PI / 2) / directions));
    }

    /** @param direction of each row, flat */
    private SDVariable slope(
            Tensor between, SDVariable here, SDVariable direction, Function<Tensor, SDVariable> critic) {
        Tensor flat = between.flat();
        Tensor moved = flat.with(flat.variable().add(direction.mul(step)));
        return critic.apply(moved.as(between.spec())).sub(here).div(step);
    }

    private static SDVariable added(@Nullable SDVariable sum, SDVariable term) {
        return sum == null ? term : sum.add(term);
    }

    private SDVariable root(SDVariable squares) {
        var math = scope.graph().math();
        return math.exp(math.log(squares.add(TINY)).mul(0.5));
    }

    private static SDVariable squaredDifference(SDVariable norm) {
        SDVariable difference = norm.sub(1);
        return difference.mul(difference);
    }

    private Tensor between(Tensor real, Tensor fake) {
        SDVariable share =
                scope.noise("share", NoiseKind.UNIFORM, TensorSpec.of(1)).variable();
        SDVariable left = real.flat().variable();
        SDVariable right = fake.flat().variable();
        return new Tensor(right.add(left.sub(right).mul(share)), real.spec().flat()).as(real.spec());
    }

    /** {@code sqrt(2) gamma((k + 1) / 2) / gamma(k / 2)}, by {@code E[c_k] E[c_(k+1)] = k}. */
    private double meanOfChi() {
        double mean = Math.sqrt(2 / Math.PI);
        for (int k = 1; k < directions; k++) {
            mean = k / mean;
        }
        return mean;
    }
}
