package dev.diabolo.engine;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nd4j.autodiff.samediff.SDVariable;

/** How far the gradient of an operation, weighted at random, is from central differences in float64. */
final class FiniteDifferences {
    private static final double STEP = 1e-5;
    private static final int BATCH = 3;

    private FiniteDifferences() {}

    /** Builds an operation on inputs, and parameters where it likes. */
    @FunctionalInterface
    interface Operation {
        SDVariable apply(GraphScope scope, List<Tensor> inputs);
    }

    /** The greatest error of any value of any input's and parameter's gradient, relative to the gradient or to one. */
    static double error(List<TensorSpec> shapes, long seed, Operation operation) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> values = shapes.stream()
                .map(shape -> random.doubles(BATCH * shape.size(), -2, 2).toArray())
                .toList();
        try (GraphProbe probe =
                GraphProbe.of(true, seed, shapes, (scope, inputs) -> Map.of("y", operation.apply(scope, inputs)))) {
            double[] weights = random.doubles(probe.run(BATCH, values).get("y").values().length, -1, 1)
                    .toArray();
            var gradients = probe.gradients("y", weights, BATCH, values);
            double worst = 0;
            for (int i = 0; i < values.size(); i++) {
                double[] input = values.get(i);
                double[] gradient = gradient(gradients, probe.inputs().get(i), input.length);
                for (int j = 0; j < input.length; j++) {
                    double at = input[j];
                    input[j] = at + STEP;
                    double plus = dot(probe.run(BATCH, values).get("y").values(), weights);
                    input[j] = at - STEP;
                    double minus = dot(probe.run(BATCH, values).get("y").values(), weights);
                    input[j] = at;
                    worst = Math.max(worst, error(gradient[j], (plus - minus) / (2 * STEP)));
                }
            }
            for (String name : probe.trained()) {
                double[] parameter = probe.parameter(name);
                double[] gradient = gradient(gradients, name, parameter.length);
                for (int j = 0; j < parameter.length; j++) {
                    probe.set(name, j, parameter[j] + STEP);
                    double plus = dot(probe.run(BATCH, values).get("y").values(), weights);
                    probe.set(name, j, parameter[j] - STEP);
                    double minus = dot(probe.run(BATCH, values).get("y").values(), weights);
                    probe.set(name, j, parameter[j]);
                    worst = Math.max(worst, error(gradient[j], (plus - minus) / (2 * STEP)));
                }
            }
            return worst;
        }
    }

    private static double[] gradient(Map<String, GraphProbe.Output> gradients, String name, int size) {
        GraphProbe.Output found = gradients.get(name);
        return found == null ? new double[size] : found.values();
    }

    private static double error(double analytic, double numeric) {
        double error = Math.abs(analytic - numeric) / Math.max(1, Math.abs(numeric));
        return Double.isNaN(error) ? Double.POSITIVE_INFINITY : error;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
