package dev.diabolo.plugins.vanilla.contractive;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Estimates the squared Frobenius norm of a function's Jacobian.
 *
 * <p><b>Formula:</b> {@code E_v ||J v||^2 = ||J||_F^2} for v standard normal; one v for each example and step, and J v by the
 * difference quotient {@code (f(x + step v) - f(x)) / step}. Without bias but for the curvature of f; the mean over a batch
 * varies far less than one estimate.
 *
 * <p><b>Source:</b> Hutchinson 1990 for the estimate of the trace of {@code J^T J}.
 */
public final class JacobianNorm {
    private JacobianNorm() {}

    /**
     * Builds the estimate.
     *
     * @param scope where the noise {@code direction} is made
     * @param function of batches; the same parameters and noise at every call
     * @param at where the Jacobian is; shape {@code [batch, n...]}
     * @param value the function there; shape {@code [batch, m...]}
     * @param step greater than 0
     * @return shape {@code [batch]}
     */
    public static SDVariable squared(
            GraphScope scope, UnaryOperator<Tensor> function, Tensor at, Tensor value, double step) {
        SDVariable direction =
                scope.noise("direction", NoiseKind.STANDARD_NORMAL, at.spec()).variable();
        Tensor moved = function.apply(at.with(at.variable().add(direction.mul(step))));
        SDVariable slope = moved.flat().variable().sub(value.flat().variable()).mul(1 / step);
        return slope.mul(slope).sum(1);
    }
}
