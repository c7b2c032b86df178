package dev.diabolo.plugins.vae.discrepancy;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The squared maximum mean discrepancy of two distributions, estimated from a sample of each.
 *
 * <p><b>Formula:</b> the unbiased estimate (a U-statistic) {@code 1/(n (n - 1)) sum_(i != j) (k(x_i, x_j) + k(y_i, y_j)) - 2/n^2 sum_ij
 * k(x_i, y_j)}; it may be below 0, and is 0 but for the last summand where n is 1. The kernel is a sum over scales s, with {@code c = 2
 * D s}, D the dimensions of a code: {@code c / (c + ||x - y||^2)} or {@code exp(-||x - y||^2 / c)}.
 *
 * <p><b>Source:</b> Gretton et al. 2012, equation 3; kernels and scales: Tolstikhin et al. 2018, section 4.
 */
public final class MeanDiscrepancy {
    private final KernelOptions kernel;

    /**
     * Makes it.
     *
     * @throws DiaboloException (USER) without scales
     */
    public MeanDiscrepancy(KernelOptions kernel) {
        if (kernel.scales().isEmpty()) {
            throw DiaboloException.user(
                    "loss.no-scales",
                    Problem.of("a kernel needs at least one scale")
                            .at("loss.kernel.scales")
                            .remedy("set loss.kernel.scales=1"));
        }
        this.kernel = kernel;
    }

    /**
     * Builds the estimate, and declares that it couples the batch.
     *
     * @param codes shape {@code [batch, code...]}
     * @param wanted as many, of the distribution that they are meant to have
     * @return a scalar
     */
    public SDVariable squared(GraphScope scope, Tensor codes, Tensor wanted) {
        scope.coupleBatch("maximum mean discrepancy of codes from the prior");
        SDVariable x = codes.flat().variable();
        SDVariable y = wanted.flat().variable();
        int size = codes.spec().size();
        SDVariable examples = y.mul(0).add(1).mean(1).sum();
        // At least 1, for a batch of one example.
        SDVariable others = scope.graph().nn().relu(examples.sub(2), 0).add(1);
        SDVariable selves = examples.mul(2 * kernel.scales().size());
        SDVariable within = sum(scope, x, x, size).add(sum(scope, y, y, size)).sub(selves);
        SDVariable between = sum(scope, x, y, size);
        return within.div(examples.mul(others)).sub(between.mul(2).div(examples.mul(examples)));
    }

    private SDVariable sum(GraphScope scope, SDVariable left, SDVariable right, int size) {
        SDVariable differences = left.reshape(-1, 1, size).sub(right.reshape(1, -1, size));
        SDVariable distances = scope.graph().math().square(differences).sum(2);
        SDVariable total = null;
        for (double scale : kernel.scales()) {
            SDVariable summand = kernel(scope, distances, 2 * size * scale).sum();
            total = total == null ? summand : total.add(summand);
        }
        return total;
    }

    private SDVariable kernel(GraphScope scope, SDVariable distances, double width) {
        return switch (kernel.shape()) {
            case IMQ -> distances.mul(1 / width).add(1).rdiv(1);
            case RBF -> scope.graph().math().exp(distances.mul(-1 / width));
        };
    }
}
