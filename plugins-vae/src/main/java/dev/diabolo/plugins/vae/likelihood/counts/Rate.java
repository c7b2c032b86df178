package dev.diabolo.plugins.vae.likelihood.counts;

import dev.diabolo.spi.graph.GraphScope;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A rate above 0 from a raw value, and its logarithm.
 *
 * <p><b>Formula:</b> {@code exp(a)} up to a = 20, which is a rate of 485 million, and from there on in a straight line of the same slope,
 * so that neither it nor its gradient overflows.
 */
public record Rate(SDVariable value, SDVariable logarithm) {
    private static final double LAST_EXPONENT = 20;

    /** Of raw values of any shape. */
    public static Rate of(GraphScope scope, SDVariable raw) {
        var math = scope.graph().math();
        SDVariable beyond = scope.graph().nn().relu(raw.sub(LAST_EXPONENT), 0);
        SDVariable exponent = raw.sub(beyond);
        return new Rate(math.exp(exponent).mul(beyond.add(1)), exponent.add(math.log1p(beyond)));
    }
}
