package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Compares analytic gradients with central differences, in float64, of a random linear function of an output.
 *
 * <p><b>Formula:</b> {@code (f(v + h d) - f(v - h d)) / 2h} for directions d: single values, and for the whole of a
 * parameter or input at once a random one, which meets every value.
 *
 * <p><b>Tolerance:</b> with h = 1e-5 the differences are wrong by about h^2 = 1e-10 of the third derivative, and by
 * 2^-53 |f| / h = 1e-11 |f| of rounding. A tolerance of 1e-6 of the gradient and 1e-8 of f leaves two to four orders of
 * magnitude for steep components; a wrong formula is wrong by far more.
 */
final class GradientCheck {
    private static final double STEP = 1e-5;
    private static final double OF_GRADIENT = 1e-6;
    private static final double OF_VALUE = 1e-8;

    /** Single values of one parameter or input that are tried; the random direction covers the others. */
    private static final int SINGLES = 6;

    private final GraphProbe probe;
    private final String what;
    private final String output;
    private final int batch;
    private final List<double[]> values;
    private final double[] weights;

    /**
     * @param what for messages
     * @param output the name of the output
     * @param values of the inputs
     */
    GradientCheck(GraphProbe probe, String what, String output, int batch, List<double[]> values) {
        this.probe = probe;
        this.what = what;
        this.output = output;
        this.batch = batch;
        this.values = values;
        this.weights = Values.normal(probe.run(batch, values).get(output).values().length, 77);
    }

    /**
     * Moves every parameter off its first value: zero biases put values on the kinks of rectifiers, where there is no
     * gradient.
     */
    static void unsettle(GraphProbe probe) {
        for (String name : probe.trained()) {
            double[] parameter = probe.parameter(name);
            double[] offsets = Values.normal(parameter.length, name.hashCode());
            for (int i = 0; i < parameter.length; i++) {
                parameter[i] += 0.1 * offsets[i];
            }
            probe.set(name, parameter);
        }
    }

    void parameters() {
        Map<String, Output> gradients = probe.gradients(output, weights, batch, values);
        for (String name : probe.trained()) {
            double[] at = probe.parameter(name);
            compare(name, at, gradients.get(name), moved -> {
                probe.set(name, moved);
                return objective(values);
            });
            probe.set(name, at);
        }
    }

    void inputs() {
        Map<String, Output> gradients = probe.gradients(output, weights, batch, values);
        for (int i = 0; i < values.size(); i++) {
            int input = i;
            String name = probe.inputs().get(i);
            compare(name, values.get(i), gradients.get(name), moved -> {
                List<double[]> others = new ArrayList<>(values);
                others.set(input, moved);
                return objective(others);
            });
        }
    }

    private interface Function {
        double at(double[] point);
    }

    private void compare(String name, double[] at, Output found, Function function) {
        double[] gradient = found == null ? new double[at.length] : found.values();
        assertThat(gradient).as("%s: gradient of %s to %s", what, output, name).hasSameSizeAs(at);
        for (int i = 0; i < Math.min(at.length, SINGLES); i++) {
            int index = i * at.length / Math.min(at.length, SINGLES);
            double[] direction = new double[at.length];
            direction[index] = 1;
            compare(name + "[" + index + "]", at, direction, gradient, function);
        }
        compare(name + ", all values", at, Values.normal(at.length, 99), gradient, function);
    }

    private void compare(String name, double[] at, double[] direction, double[] gradient, Function function) {
        DoubleUnaryOperator along = distance -> function.at(moved(at, direction, distance));
        double plus = along.applyAsDouble(STEP);
        double minus = along.applyAsDouble(-STEP);
        double numeric = (plus - minus) / (2 * STEP);
        double analytic = dot(gradient, direction);
        double tolerance = OF_GRADIENT * Math.max(Math.abs(numeric), Math.abs(analytic))
                + OF_VALUE * Math.max(1, Math.max(Math.abs(plus), Math.abs(minus)));
        assertThat(Math.abs(numeric - analytic))
                .as("%s: gradient of %s to %s is %s, and by differences %s", what, output, name, analytic, numeric)
                .isLessThanOrEqualTo(tolerance);
    }

    private double objective(List<double[]> at) {
        return dot(probe.run(batch, at).get(output).values(), weights);
    }

    private static double[] moved(double[] at, double[] direction, double distance) {
        double[] moved = at.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += distance * direction[i];
        }
        return moved;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }
}
