package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Compares what a graph of float32 gives with what the same graph of float64 gives. */
final class PrecisionCheck {
    /**
     * The largest difference, as a share of the largest value of an array, or of one where that is less. Some hundred units of
     * float32's last place: what rounding adds up to in small networks, and far less than a wrong kernel.
     */
    private static final double TOLERANCE = 2e-5;

    private PrecisionCheck() {}

    static void values(String specimen, Map<String, Output> single, Map<String, Output> exact) {
        single.forEach((name, output) -> compare(specimen, name, output, exact.get(name)));
    }

    /** Compares the gradients of an output, with the same weights for each of its values. */
    static void gradients(
            String specimen, String output, GraphProbe single, GraphProbe exact, int batch, List<double[]> values) {
        double[] weights = Values.normal(exact.run(batch, values).get(output).values().length, 77);
        Map<String, Output> expected = exact.gradients(output, weights, batch, values);
        single.gradients(output, weights, batch, values)
                .forEach((name, gradient) ->
                        compare(specimen, "the gradient of " + output + " to " + name, gradient, expected.get(name)));
    }

    private static void compare(String specimen, String what, Output single, Output exact) {
        double largest = Arrays.stream(exact.values()).map(Math::abs).max().orElse(0);
        assertThat(single.values())
                .as("%s: %s in float32, against float64", specimen, what)
                .usingComparatorWithPrecision(TOLERANCE * Math.max(1, largest))
                .containsExactly(exact.values());
    }
}
