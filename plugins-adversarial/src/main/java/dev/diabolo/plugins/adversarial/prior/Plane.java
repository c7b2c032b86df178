package dev.diabolo.plugins.adversarial.prior;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** What priors of codes in the plane share. */
public final class Plane {
    private Plane() {}

    /**
     * Refuses codes that are not two numbers.
     *
     * @param what lies in the plane, for the message
     */
    public static void require(String what, TensorSpec code) {
        if (code.size() != 2) {
            throw DiaboloException.user(
                    "prior.not-a-plane",
                    Problem.of(what + " lie in the plane, and codes have the shape " + code)
                            .at("prior")
                            .allowed("codes of 2 numbers")
                            .remedy("set latent=2, or choose another prior"));
        }
    }

    /**
     * The logarithm of the sum of exponentials, with the largest taken out.
     *
     * @param exponents shape {@code [rows, n]}
     * @return shape {@code [rows]}
     */
    public static SDVariable logSumExp(SDVariable exponents) {
        var math = exponents.getSameDiff().math();
        SDVariable largest = exponents.max(true, 1);
        return math.log(math.exp(exponents.sub(largest)).sum(true, 1))
                .add(largest)
                .sum(1);
    }
}
