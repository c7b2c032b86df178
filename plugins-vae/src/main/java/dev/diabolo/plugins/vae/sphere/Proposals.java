package dev.diabolo.plugins.vae.sphere;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Samples the cosine w between a von Mises-Fisher distribution's direction and its sample, whose density is proportional to {@code
 * exp(k w) (1 - w^2)^((m-3)/2)}.
 *
 * <p><b>Formula:</b> with {@code b = (m - 1) / (2 k + sqrt(4 k^2 + (m - 1)^2))} and e of the distribution Beta((m-1)/2, (m-1)/2), a proposal is
 * {@code w = (1 - (1 + b) e) / (1 - (1 - b) e)}, and accepted where {@code k (w - x) + (m - 1) (log(1 - x w) - log(1 - x^2)) >= log u}, with
 * {@code x = (1 - b) / (1 + b)} and u uniform. For e, {@code 2 e - 1 = sqrt(1 - u_1^(2 / (m - 2))) cos(2 pi u_2)} with uniform u_1, u_2.
 *
 * <p><b>Source:</b> Wood 1994, algorithm VM*; Ulrich 1984 for e.
 */
final class Proposals {
    /** At least 0.65 of the proposals are accepted, whatever k and m: all are refused once in twenty million. */
    private static final int COUNT = 16;

    /** Above zero by half a step of the uniform numbers, so that there is a logarithm. */
    private static final double HALF_STEP = 0x1p-25;

    private final GraphScope scope;
    private final int size;
    private final SDVariable concentration;
    private final SDVariable b;

    /**
     * @param size m
     * @param concentration k, shape {@code [rows, 1]}
     */
    Proposals(GraphScope scope, int size, SDVariable concentration) {
        this.scope = scope;
        this.size = size;
        this.concentration = concentration;
        SDVariable twice = concentration.mul(2);
        double degrees = size - 1.0;
        this.b = twice.add(scope.graph().math().sqrt(twice.mul(twice).add(degrees * degrees)))
                .rdiv(degrees);
    }

    /** {@code 1 - w} of the first proposal that is accepted, else of the last; shape {@code [rows, 1]}. */
    SDVariable firstAccepted() {
        SDVariable symmetric = symmetricBeta();
        SDVariable e = symmetric.add(1).mul(0.5);
        // 1 - e is kept apart, lest it be lost where e is near one.
        SDVariable scaled = b.mul(e);
        SDVariable height = scaled.mul(2).div(symmetric.rsub(1).mul(0.5).add(scaled));
        SDVariable chosen = scope.stopGradient(first(accepted(height)));
        return chosen.mul(height).sum(true, 1);
    }

    private SDVariable symmetricBeta() {
        var math = scope.graph().math();
        SDVariable cosine = math.cos(uniform("angle").mul(2 * Math.PI));
        if (size == 2) {
            return cosine;
        }
        SDVariable power = math.exp(math.log(uniform("radius").add(HALF_STEP)).mul(2.0 / (size - 2)));
        return cosine.mul(math.sqrt(scope.graph().nn().relu(power.rsub(1), 0)));
    }

    /** One where a proposal is accepted, and for the last. */
    private SDVariable accepted(SDVariable height) {
        var math = scope.graph().math();
        // 1 - x, of which x itself is made, for the same reason.
        SDVariable ofX = b.mul(2).div(b.add(1));
        SDVariable product = height.add(ofX.mul(height.rsub(1)));
        SDVariable square = ofX.mul(ofX.rsub(2));
        SDVariable logRatio = concentration
                .mul(ofX.sub(height))
                .add(math.log(product).sub(math.log(square)).mul(size - 1));
        SDVariable bar = math.log(uniform("acceptance").add(HALF_STEP));
        double[] last = new double[COUNT];
        last[COUNT - 1] = 1;
        SDVariable good = logRatio.sub(bar).gte(0).castTo(scope.dataType());
        return good.add(scope.constant(last, 1, COUNT));
    }

    /** One for the first of those that are above zero, and zeros. */
    private SDVariable first(SDVariable accepted) {
        SDVariable before = scope.graph().cumsum(accepted, true, false, 1);
        SDVariable isAccepted = accepted.sub(0.5).gte(0).castTo(scope.dataType());
        return isAccepted.mul(before.rsub(0.5).gte(0).castTo(scope.dataType()));
    }

    private SDVariable uniform(String name) {
        return scope.noise(name, NoiseKind.UNIFORM, TensorSpec.of(COUNT)).variable();
    }
}
