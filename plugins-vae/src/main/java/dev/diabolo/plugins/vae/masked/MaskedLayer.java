package dev.diabolo.plugins.vae.masked;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.WeightInitialisation;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A fully connected layer of which only some weights are used, without activation. Every unit has a degree; it sees units of less than
 * its own, or of the same too.
 *
 * @param weight with zeros where nothing is seen, shape {@code [from, to]}
 * @param bias shape {@code [to]}
 */
public record MaskedLayer(SDVariable weight, SDVariable bias) {
    /**
     * Makes {@code weight} and {@code bias} in a scope.
     *
     * @param from degrees of what is seen
     * @param to degrees of the units
     * @param less whether a unit sees lower degrees only, and not its own
     * @param first value of the bias
     */
    public static MaskedLayer of(
            GraphScope layer, WeightInitialisation initialisation, int[] from, int[] to, boolean less, double first) {
        double[] mask = new double[from.length * to.length];
        for (int i = 0; i < from.length; i++) {
            for (int j = 0; j < to.length; j++) {
                mask[i * to.length + j] = from[i] < to[j] || !less && from[i] == to[j] ? 1 : 0;
            }
        }
        SDVariable weight = layer.parameter(
                        "weight", initialisation.initialiser(from.length, to.length), from.length, to.length)
                .mul(layer.constant(mask, from.length, to.length));
        return new MaskedLayer(weight, layer.parameter("bias", new Initialiser.Constant(first), to.length));
    }

    /** {@code [rows, from] -> [rows, to]}. */
    public SDVariable apply(SDVariable values) {
        return values.getSameDiff().nn().linear(values, weight, bias);
    }
}
