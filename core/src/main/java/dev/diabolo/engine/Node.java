package dev.diabolo.engine;

import dev.diabolo.engine.compute.ConvolutionShape;
import dev.diabolo.engine.compute.ElementFunction;
import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.engine.compute.Kernel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation of a lowered graph. */
sealed interface Node {
    List<Value> inputs();

    List<Value> outputs();

    /** A value that an element-wise function reads: element i of the result takes {@code (i / repeat) % length}. */
    record Operand(Value value, int repeat) {
        /** Whether each example's part of the result takes that example's part of the value. */
        boolean aligned(int resultLength) {
            return (long) repeat * value.length() == resultLength;
        }
    }

    /** An element-wise function. */
    record Element(ElementFunction function, float constant, List<Operand> operands, Value output) implements Node {
        @Override
        public List<Value> inputs() {
            return operands.stream().map(Operand::value).toList();
        }

        @Override
        public List<Value> outputs() {
            return List.of(output);
        }
    }

    /** Sums of rows of {@code width} values, times a factor. */
    record RowSum(Value input, int width, float factor, Value output) implements Node {
        @Override
        public List<Value> inputs() {
            return List.of(input);
        }

        @Override
        public List<Value> outputs() {
            return List.of(output);
        }
    }

    /** Sums over rows, times a factor. */
    record ColumnSum(Value input, int rows, float factor, Value output) implements Node {
        @Override
        public List<Value> inputs() {
            return List.of(input);
        }

        @Override
        public List<Value> outputs() {
            return List.of(output);
        }
    }

    /** One product of matrices: {@code op(a)} is {@code [rows, inner]}, {@code op(b)} is {@code [inner, columns]}. */
    record Factors(Value a, boolean transposeA, Value b, boolean transposeB, int inner) {}

    /** A sum of matrix products. */
    record Product(List<Factors> factors, int rows, int columns, Value output) implements Node {
        @Override
        public List<Value> inputs() {
            return factors.stream().flatMap(f -> Stream.of(f.a(), f.b())).toList();
        }

        @Override
        public List<Value> outputs() {
            return List.of(output);
        }
    }

    /** Something that is computed image by image, from arrays of images and others that all images share. */
    sealed interface OfImages extends Node {
        /** The number of images. */
        int images();

        /** Inputs with a part for each image. */
        List<Value> perImage();

        /** Inputs that each image needs as a whole. */
        List<Value> shared();

        Value output();

        @Override
        default List<Value> inputs() {
            return Stream.concat(perImage().stream(), shared().stream()).toList();
        }

        @Override
        default List<Value> outputs() {
            return List.of(output());
        }
    }

    /** Maps of images. */
    record Convolution(ConvolutionShape shape, int images, Value image, Value weights, Value output)
            implements OfImages {
        @Override
        public List<Value> perImage() {
            return List.of(image);
        }

        @Override
        public List<Value> shared() {
            return List.of(weights);
        }
    }

    /** Images of maps: the gradient of a convolution with respect to its images. */
    record TransposedConvolution(ConvolutionShape shape, int images, Value maps, Value weights, Value output)
            implements OfImages {
        @Override
        public List<Value> perImage() {
            return List.of(maps);
        }

        @Override
        public List<Value> shared() {
            return List.of(weights);
        }
    }

    /** The gradient of either with respect to the weights: a row for each piece of the batch, to be summed. */
    record ConvolutionWeights(ConvolutionShape shape, int images, Value image, Value maps, Value output)
            implements OfImages {
        @Override
        public List<Value> perImage() {
            return List.of(image, maps);
        }

        @Override
        public List<Value> shared() {
            return List.of();
        }
    }

    /** What a kernel of its own computes of each piece of the batch, without looking at other examples. */
    record ByExample(List<Value> inputs, List<Value> outputs, Maker maker) implements Node {}

    /** Makes the kernel of a node. */
    interface Maker {
        /**
         * @param starts the example at which each piece begins, and the number of examples
         */
        Kernel kernel(Memories memories, int[] starts);
    }

    /** The memory of values. */
    interface Memories {
        FloatMemory of(Value value);

        /** Null where nobody reads it. */
        @Nullable
        FloatMemory ifRead(Value value);
    }

    /** An operation of ND4J, as it is. */
    record Replay(Instruction instruction, List<Value> inputs, List<Value> outputs) implements Node {}
}
