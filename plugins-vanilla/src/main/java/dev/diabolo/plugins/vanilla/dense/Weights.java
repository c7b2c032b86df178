package dev.diabolo.plugins.vanilla.dense;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import org.nd4j.autodiff.samediff.SDVariable;

/** Whose weights the layers of a stack use. */
sealed interface Weights {
    /** The matrix of a layer, as it is stored. */
    SDVariable matrix(GraphScope layer, int index, long inputs, long units);

    /** Whether the matrix is stored as {@code [units, inputs]}. */
    boolean transposed();

    /**
     * A layer without activation.
     *
     * @param layer where {@code bias}, and a {@code weight} of its own, are made
     * @param index counts from what the stack is given
     */
    default Tensor layer(GraphScope layer, int index, Tensor input, long units, boolean bias) {
        Tensor flat = input.flat();
        SDVariable matrix = matrix(layer, index, flat.spec().size(), units);
        SDVariable summand = bias ? layer.parameter("bias", Initialiser.zeros(), units) : null;
        var graph = layer.graph();
        if (summand != null && !transposed()) {
            return new Tensor(graph.nn().linear(flat.variable(), matrix, summand), TensorSpec.of(units));
        }
        SDVariable product = graph.mmul(flat.variable(), matrix, false, transposed(), false);
        return new Tensor(summand == null ? product : product.add(summand), TensorSpec.of(units));
    }

    /** Each layer's own. */
    record Own(WeightInitialisation initialisation) implements Weights {
        @Override
        public SDVariable matrix(GraphScope layer, int index, long inputs, long units) {
            return layer.parameter("weight", initialisation.initialiser(inputs, units), inputs, units);
        }

        @Override
        public boolean transposed() {
            return false;
        }
    }

    /**
     * A decoder's: those of the posterior {@code vanilla.point} and of the dense encoder's layers, in reverse order and
     * transposed.
     *
     * @param layers how many the decoder has, the last one counted
     */
    record Tied(WeightInitialisation initialisation, int layers) implements Weights {
        @Override
        public SDVariable matrix(GraphScope layer, int index, long inputs, long units) {
            Initialiser first = initialisation.initialiser(units, inputs);
            return index == 0
                    ? layer.shared("posterior", "code/weight", first, units, inputs)
                    : layer.shared("encoder", "layer-" + (layers - 1 - index) + "/weight", first, units, inputs);
        }

        @Override
        public boolean transposed() {
            return true;
        }
    }
}
