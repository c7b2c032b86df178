package dev.diabolo.testkit;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A component with certain options, to be built on inputs of certain shapes.
 *
 * @param name options and shapes, for messages
 * @param inputs the shapes of one example of each input
 * @param build builds its part of a graph
 */
record Specimen(String name, List<TensorSpec> inputs, Build build) {
    /** How many of the shapes are enough where a rule is about values. */
    static final int SMALL = 4;

    /** Builds a component's outputs. */
    @FunctionalInterface
    interface Build {
        List<Part> build(GraphScope scope, List<Tensor> inputs);
    }

    /**
     * One output.
     *
     * @param promised the shape for one example that was inferred or asked for; empty for one number
     * @param claimed the shape for one example that the built tensor says it has
     */
    record Part(String name, SDVariable variable, List<Long> promised, List<Long> claimed) {
        static Part of(String name, Tensor tensor, TensorSpec promised) {
            return new Part(name, tensor.variable(), sizes(promised), sizes(tensor.spec()));
        }

        /** One number for each example. */
        static Part number(String name, SDVariable variable) {
            return new Part(name, variable, List.of(), List.of());
        }

        private static List<Long> sizes(TensorSpec spec) {
            List<Long> sizes = new ArrayList<>();
            for (long size : spec.shape()) {
                sizes.add(size);
            }
            return sizes;
        }
    }

    /** What was built; owns native memory until closed. */
    record Built(GraphProbe probe, List<Part> parts) implements AutoCloseable {
        @Override
        public void close() {
            probe.close();
        }
    }

    Built build(Precision precision, boolean training, long seed) {
        List<Part> parts = new ArrayList<>();
        GraphProbe probe = GraphProbe.of(precision, training, seed, inputs, (scope, tensors) -> {
            parts.addAll(build.build(scope, tensors));
            Map<String, SDVariable> outputs = new LinkedHashMap<>();
            parts.forEach(part -> outputs.put(part.name(), part.variable()));
            return outputs;
        });
        return new Built(probe, parts);
    }

    /** In float64. */
    Built build(boolean training, long seed) {
        return build(Precision.DOUBLE, training, seed);
    }

    /** Standard normal values for every input, always the same for a seed. */
    List<double[]> values(int batch, long seed) {
        List<double[]> values = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            values.add(Values.normal(batch * inputs.get(i).size(), seed + i));
        }
        return values;
    }
}
