package dev.diabolo.spi.graph;

import org.nd4j.autodiff.samediff.SDVariable;

/** Layers that many components need, so that each has one implementation. */
public final class Layers {
    private Layers() {}

    /**
     * A fully connected layer without activation.
     *
     * <p><b>Shapes:</b> {@code [batch, n] -> [batch, units]}; inputs of a higher rank are flattened first.
     *
     * <p><b>Formula:</b> {@code x W + b}, with W {@code [n, units]} and b {@code [units]} zero at first.
     *
     * @param scope where {@code weight} and {@code bias} are made, under {@code name}
     * @param units at least 1
     */
    public static Tensor dense(
            GraphScope scope, String name, Tensor input, long units, WeightInitialisation initialisation) {
        Tensor flat = input.flat();
        long width = flat.spec().size();
        GraphScope layer = scope.child(name);
        SDVariable weight = layer.parameter("weight", initialisation.initialiser(width, units), width, units);
        SDVariable bias = layer.parameter("bias", Initialiser.zeros(), units);
        return new Tensor(scope.graph().nn().linear(flat.variable(), weight, bias), TensorSpec.of(units));
    }

    /**
     * Inverted dropout: in training each value is kept with probability {@code 1 - rate} and scaled by its inverse;
     * elsewhere the input itself.
     *
     * @param rate in [0, 1)
     */
    public static Tensor dropout(GraphScope scope, String name, Tensor input, double rate) {
        if (!scope.training() || rate == 0) {
            return input;
        }
        SDVariable uniform = scope.noise(name, NoiseKind.UNIFORM, input.spec()).variable();
        SDVariable kept = uniform.gte(rate).castTo(scope.dataType());
        return input.with(input.variable().mul(kept).mul(1 / (1 - rate)));
    }
}
