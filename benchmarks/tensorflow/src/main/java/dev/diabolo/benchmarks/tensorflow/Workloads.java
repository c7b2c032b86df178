package dev.diabolo.benchmarks.tensorflow;

import dev.diabolo.benchmarks.measure.Workload;
import dev.diabolo.benchmarks.measure.WorkloadData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.tensorflow.Operand;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Stack;
import org.tensorflow.op.core.Unstack;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

/** The workloads as graphs. */
final class Workloads {
    private static final long PIXELS = 784;
    private static final int BATCH_NORMAL = 128;

    private final Network network = new Network();
    private final Ops ops = network.ops();

    /**
     * A graph to run.
     *
     * @param shape of one example, as it is fed
     * @param output the reconstruction
     * @param updates one for each phase
     */
    record Built(
            Network network,
            Placeholder<TFloat32> input,
            long[] shape,
            Operand<TFloat32> output,
            Operand<TFloat32> loss,
            List<Op> updates) {}

    private Workloads() {}

    static Built build(Workload workload) {
        Workloads workloads = new Workloads();
        return switch (workload) {
            case W1, W1B32, W6 -> workloads.dense();
            case W2 -> workloads.variational();
            case W3 -> workloads.convolutional();
            case W4 -> workloads.recurrent(workload.batch());
            case W5 -> workloads.adversarial(workload.batch());
        };
    }

    private Placeholder<TFloat32> input(long... shape) {
        return ops.placeholder(TFloat32.class, Placeholder.shape(Shape.of(shape)));
    }

    private Built built(Placeholder<TFloat32> input, Operand<TFloat32> output, Operand<TFloat32> loss, long... shape) {
        return new Built(network, input, shape, output, loss, List.of(network.adam(loss, network.learnt())));
    }

    private Built dense() {
        Placeholder<TFloat32> input = input(-1, PIXELS);
        Operand<TFloat32> output = ops.math.sigmoid(network.layers(input, PIXELS, 128, 64, 128, PIXELS));
        return built(input, output, network.meanSquaredError(output, input), PIXELS);
    }

    private Built variational() {
        Placeholder<TFloat32> input = input(-1, PIXELS);
        Operand<TFloat32> hidden = network.relu(network.dense(input, PIXELS, 400));
        Operand<TFloat32> mean = network.dense(hidden, 400, 20);
        Operand<TFloat32> logVariance = network.dense(hidden, 400, 20);
        Operand<TFloat32> noise =
                ops.random.randomStandardNormal(ops.constant(new int[] {BATCH_NORMAL, 20}), TFloat32.class);
        Operand<TFloat32> deviation = ops.math.exp(ops.math.mul(logVariance, network.constant(0.5)));
        Operand<TFloat32> code = ops.math.add(mean, ops.math.mul(noise, deviation));
        Operand<TFloat32> logits = network.layers(code, 20, 400, PIXELS);
        Operand<TFloat32> surprise = network.sum(network.crossEntropy(logits, input));
        Operand<TFloat32> inner = ops.math.sub(
                ops.math.sub(ops.math.add(logVariance, network.constant(1)), ops.math.square(mean)),
                ops.math.exp(logVariance));
        Operand<TFloat32> divergence = ops.math.mul(network.constant(-0.5), network.sum(inner));
        Operand<TFloat32> loss = ops.math.div(ops.math.add(surprise, divergence), network.constant(BATCH_NORMAL));
        return built(input, ops.math.sigmoid(logits), loss, PIXELS);
    }

    private Built convolutional() {
        Placeholder<TFloat32> input = input(-1, 28, 28, 1);
        Operand<TFloat32> maps = halved(halved(input, 1, 16), 16, 32);
        Operand<TFloat32> code = network.relu(network.dense(reshaped(maps, -1, 1568), 1568, 64));
        Operand<TFloat32> dense = network.relu(network.dense(code, 64, 1568));
        Operand<TFloat32> half = network.relu(doubled(reshaped(dense, -1, 7, 7, 32), 32, 16, 7));
        Operand<TFloat32> output = ops.math.sigmoid(doubled(half, 16, 1, 14));
        return built(input, output, network.meanSquaredError(output, input), 28, 28, 1);
    }

    private Operand<TFloat32> reshaped(Operand<TFloat32> values, int... shape) {
        return ops.reshape(values, ops.constant(shape));
    }

    private Operand<TFloat32> halved(Operand<TFloat32> input, long in, long out) {
        Variable<TFloat32> weights = network.weights(9 * in, 9 * out, 3, 3, in, out);
        Operand<TFloat32> maps = ops.nn.conv2d(input, weights, List.of(1L, 2L, 2L, 1L), "SAME");
        return network.relu(ops.nn.biasAdd(maps, network.biases(out)));
    }

    /**
     * A transposed convolution of 2 x 2 and stride 2, whose windows do not overlap: a matrix product and a rearrangement.
     * TensorFlow Java has no gradient for the operation itself.
     */
    private Operand<TFloat32> doubled(Operand<TFloat32> input, int in, int out, int side) {
        Variable<TFloat32> weights = network.weights(4L * in, 4L * out, in, 4L * out);
        Operand<TFloat32> product = ops.linalg.matMul(reshaped(input, -1, in), weights);
        Operand<TFloat32> maps = ops.nn.depthToSpace(reshaped(product, -1, side, side, 4 * out), 2L);
        return ops.nn.biasAdd(maps, network.biases(out));
    }

    private Built recurrent(int batch) {
        int time = WorkloadData.TIME;
        int features = WorkloadData.FEATURES;
        int units = 64;
        Placeholder<TFloat32> input = input(batch, time, features);
        Operand<TFloat32> projected =
                reshaped(network.dense(reshaped(input, -1, features), features, 4 * units), batch, time, 4 * units);
        List<Operand<TFloat32>> steps = new ArrayList<>(
                ops.unstack(projected, (long) time, Unstack.axis(1L)).output());
        Operand<TFloat32> last = lstm(steps, units, batch).get(time - 1);
        // The repeated state is the same at every step, and is projected once.
        Operand<TFloat32> repeated = network.dense(last, units, 4 * units);
        List<Operand<TFloat32>> states = lstm(Collections.nCopies(time, repeated), units, batch);
        Operand<TFloat32> all = reshaped(ops.stack(states, Stack.axis(1L)), -1, units);
        Operand<TFloat32> output = reshaped(network.dense(all, units, features), batch, time, features);
        return built(input, output, network.meanSquaredError(output, input), time, features);
    }

    /** The states at all steps, from what the input adds to the gates at each. */
    private List<Operand<TFloat32>> lstm(List<Operand<TFloat32>> projected, int units, int batch) {
        Variable<TFloat32> recurrent = network.weights(units, 4L * units, units, 4L * units);
        Operand<TFloat32> state = network.zeros(batch, units);
        Operand<TFloat32> cell = state;
        List<Operand<TFloat32>> states = new ArrayList<>();
        for (Operand<TFloat32> step : projected) {
            Operand<TFloat32> arguments = ops.math.add(step, ops.linalg.matMul(state, recurrent));
            var gates = ops.split(ops.constant(1), arguments, 4L).output();
            cell = ops.math.add(
                    ops.math.mul(ops.math.sigmoid(gates.get(1)), cell),
                    ops.math.mul(ops.math.sigmoid(gates.get(0)), ops.math.tanh(gates.get(2))));
            state = ops.math.mul(ops.math.sigmoid(gates.get(3)), ops.math.tanh(cell));
            states.add(state);
        }
        return states;
    }

    private Built adversarial(int batch) {
        Placeholder<TFloat32> input = input(-1, PIXELS);
        Operand<TFloat32> code = network.layers(input, PIXELS, 1000, 1000, 8);
        List<Variable<TFloat32>> encoder = network.learnt();
        Operand<TFloat32> output = ops.math.sigmoid(network.layers(code, 8, 1000, 1000, PIXELS));
        List<Variable<TFloat32>> both = network.learnt();
        Operand<TFloat32> prior = ops.random.randomStandardNormal(ops.constant(new int[] {batch, 8}), TFloat32.class);
        Operand<TFloat32> real = network.layers(prior, 8, 1000, 1000, 1);
        List<Variable<TFloat32>> discriminator =
                network.learnt().subList(both.size(), network.learnt().size());
        Operand<TFloat32> fake = network.layers(code, discriminator);
        Operand<TFloat32> loss = network.meanSquaredError(output, input);
        Operand<TFloat32> telling = ops.math.add(entropy(real, 1), entropy(fake, 0));
        return new Built(
                network,
                input,
                new long[] {PIXELS},
                output,
                loss,
                List.of(
                        network.adam(loss, both),
                        network.adam(telling, discriminator),
                        network.adam(entropy(fake, 1), encoder)));
    }

    private Operand<TFloat32> entropy(Operand<TFloat32> logits, double target) {
        return network.mean(network.crossEntropy(logits, network.constant(target)));
    }
}
