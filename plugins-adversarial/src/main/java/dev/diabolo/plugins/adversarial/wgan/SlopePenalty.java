package dev.diabolo.plugins.adversarial.wgan;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.function.Function;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Keeps a critic's slope near 1 between what is real and what is not, by differences in random directions, which need no gradient
 * of a gradient.
 *
 * <p><b>Formula:</b> at {@code y = e x + (1 - e) f} with e uniform, and k normal directions n: {@code s^2 = 1/k sum_j ((D(y + h n_j)
 * - D(y)) / h)^2}, of which the mean is the squared norm of the gradient; the penalty is {@code (a s - 1)^2}. s varies
 * with the directions, so that without a the penalty would be least at a slope below 1; with {@code a = E[c] / sqrt(k)}, c chi-distributed
 * with k degrees of freedom, it is least at 1.
 *
 * <p><b>Source:</b> Gulrajani et al. 2017, with the gradient itself.
 */
record SlopePenalty(GraphScope scope, int directions) {
    /** A twentieth of the range of the data, which the model has in [0, 1]: with less, float32 loses the difference. */
    private static final double STEP = 0.05;

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
        SDVariable here = critic.apply(between);
        SDVariable squares = null;
        SDVariable sizes = null;
        var math = scope.graph().math();
        for (int i = 0; i < directions; i++) {
            Tensor direction = scope.noise("direction-" + i, NoiseKind.STANDARD_NORMAL, between.spec());
            SDVariable there = critic.apply(
                    between.with(between.variable().add(direction.variable().mul(STEP))));
            SDVariable slope = there.sub(here).div(STEP);
            SDVariable square = slope.mul(slope);
            SDVariable size = math.abs(slope);
            squares = squares == null ? square : squares.add(square);
            sizes = sizes == null ? size : sizes.add(size);
        }
        SDVariable norm = math.exp(math.log(squares.div(directions).add(TINY)).mul(0.5));
        SDVariable difference = norm.mul(meanOfChi() / Math.sqrt(directions)).sub(1);
        return new Measured(difference.mul(difference), sizes.mul(Math.sqrt(Math.PI / 2) / directions));
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
