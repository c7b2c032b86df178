package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.exchange.LinearMap;
import dev.diabolo.spi.graph.Activation;

/** One operation of a network, or several together, as layers know it. All weights are in row-major order. */
sealed interface Step {
    /** One that is linear in its input and has a bias, so that scaling behind it can go into its weights. */
    sealed interface Linear extends Step {
        Linear then(LinearMap map);
    }

    /**
     * {@code x W + b}.
     *
     * @param overTime whether it is applied to each step of a sequence; else to a row
     * @param weight {@code [in, out]}
     * @param bias {@code [out]}
     */
    record Dense(boolean overTime, int in, int out, float[] weight, float[] bias) implements Linear {
        @Override
        public Dense then(LinearMap map) {
            return new Dense(overTime, in, out, Scaled.weight(weight, map), Scaled.bias(bias, map));
        }
    }

    /**
     * A convolution of images, or a transposed one.
     *
     * @param weight {@code [height, width, in, out]}; where it is transposed, {@code [height, width, out, in]}
     * @param bias {@code [out]}
     */
    record Convolve(
            boolean transposed,
            int[] kernel,
            int[] stride,
            int[] padding,
            boolean same,
            int in,
            int out,
            float[] weight,
            float[] bias)
            implements Linear {
        @Override
        public Convolve then(LinearMap map) {
            return new Convolve(
                    transposed,
                    kernel,
                    stride,
                    padding,
                    same,
                    in,
                    out,
                    Scaled.weight(weight, map),
                    Scaled.bias(bias, map));
        }
    }

    /**
     * Long short-term memory.
     *
     * @param sequence whether all states are the result; else the last
     * @param weight {@code [in, 4 units]}: input gate, forget gate, candidate, output gate
     * @param recurrent {@code [units, 4 units]}
     * @param bias {@code [4 units]}
     */
    record Lstm(boolean sequence, int in, int units, float[] weight, float[] recurrent, float[] bias) implements Step {}

    /** A row at each of a number of steps. */
    record Repeat(int time) implements Step {}

    /** The beginning of images, of these sizes. */
    record Crop(int height, int width) implements Step {}

    /** Each place of images several times. */
    record Enlarge(int height, int width) implements Step {}

    /** The same values in another shape. */
    record Reshape(long[] shape) implements Step {}

    /** An activation of every value. */
    record Activate(Activation activation) implements Step {}

    /** {@code factor x + shift}, for every value. */
    record Scale(LinearMap map) implements Linear {
        @Override
        public Scale then(LinearMap next) {
            return new Scale(new LinearMap(next.factor() * map.factor(), next.factor() * map.shift() + next.shift()));
        }
    }
}
