package dev.diabolo.benchmarks.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tensorflow.ExecutionEnvironment;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Operation;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Variable;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.types.TFloat32;

/** A graph in the making: layers, losses and updates, as far as the workloads need them. */
final class Network {
    private final Graph graph = new Graph();
    private final Ops ops = Ops.create(graph);
    private final List<Variable<TFloat32>> learnt = new ArrayList<>();
    private final List<Op> initialisers = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);

    Ops ops() {
        return ops;
    }

    /** What is learnt, in the order in which it was made. */
    List<Variable<TFloat32>> learnt() {
        return List.copyOf(learnt);
    }

    Operand<TFloat32> constant(double value) {
        return ops.constant((float) value);
    }

    Operand<TFloat32> zeros(long... shape) {
        return ops.fill(ops.constant(shape), constant(0));
    }

    /** Weights, uniform within Glorot's limit. */
    Variable<TFloat32> weights(long in, long out, long... shape) {
        double limit = Math.sqrt(6.0 / (in + out));
        float[] values = new float[(int) Shape.of(shape).size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * limit);
        }
        return learnt(ops.constant(Shape.of(shape), DataBuffers.of(values)), shape);
    }

    Variable<TFloat32> biases(long count) {
        return learnt(zeros(count), count);
    }

    private Variable<TFloat32> learnt(Operand<TFloat32> first, long... shape) {
        Variable<TFloat32> variable = state(first, shape);
        learnt.add(variable);
        return variable;
    }

    private Variable<TFloat32> state(Operand<TFloat32> first, long... shape) {
        Variable<TFloat32> variable = ops.variable(Shape.of(shape), TFloat32.class);
        initialisers.add(ops.assign(variable, first));
        return variable;
    }

    Operand<TFloat32> dense(Operand<TFloat32> input, long in, long out) {
        return dense(input, weights(in, out, in, out), biases(out));
    }

    Operand<TFloat32> dense(Operand<TFloat32> input, Operand<TFloat32> weights, Operand<TFloat32> biases) {
        return ops.nn.biasAdd(ops.linalg.matMul(input, weights), biases);
    }

    Operand<TFloat32> relu(Operand<TFloat32> values) {
        return ops.nn.relu(values);
    }

    /** Fully connected layers of these widths, the first being the input's; ReLU between them. */
    Operand<TFloat32> layers(Operand<TFloat32> input, long... widths) {
        Operand<TFloat32> values = input;
        for (int i = 1; i < widths.length; i++) {
            values = dense(i == 1 ? values : relu(values), widths[i - 1], widths[i]);
        }
        return values;
    }

    /** The same layers as made before: weights and biases in turn. */
    Operand<TFloat32> layers(Operand<TFloat32> input, List<Variable<TFloat32>> parameters) {
        Operand<TFloat32> values = input;
        for (int i = 0; i < parameters.size(); i += 2) {
            values = dense(i == 0 ? values : relu(values), parameters.get(i), parameters.get(i + 1));
        }
        return values;
    }

    Operand<TFloat32> sum(Operand<TFloat32> values) {
        return ops.sum(flat(values), ops.constant(0));
    }

    Operand<TFloat32> mean(Operand<TFloat32> values) {
        return ops.math.mean(flat(values), ops.constant(0));
    }

    Operand<TFloat32> meanSquaredError(Operand<TFloat32> found, Operand<TFloat32> wanted) {
        return mean(ops.math.squaredDifference(found, wanted));
    }

    /** Of logits. */
    Operand<TFloat32> crossEntropy(Operand<TFloat32> logits, Operand<TFloat32> targets) {
        return ops.math.sub(ops.math.softplus(logits), ops.math.mul(logits, targets));
    }

    private Operand<TFloat32> flat(Operand<TFloat32> values) {
        return ops.reshape(values, ops.constant(new int[] {-1}));
    }

    /** An update of variables by Adam, which waits for all gradients. */
    Op adam(Operand<TFloat32> loss, List<Variable<TFloat32>> variables) {
        Output<?>[] learning = variables.stream().map(Operand::asOutput).toArray(Output<?>[]::new);
        Output<?>[] gradients = graph.addGradients(loss.asOutput(), learning);
        Ops then = ops.withControlDependencies(
                Arrays.stream(gradients).map(this::operation).toList());
        Operand<TFloat32> decay1 = constant(0.9);
        Operand<TFloat32> decay2 = constant(0.999);
        Variable<TFloat32> power1 = state(decay1);
        Variable<TFloat32> power2 = state(decay2);
        List<Op> updates = new ArrayList<>();
        for (int i = 0; i < gradients.length; i++) {
            Variable<TFloat32> variable = variables.get(i);
            long[] shape = variable.asOutput().shape().asArray();
            @SuppressWarnings("unchecked")
            Output<TFloat32> gradient = (Output<TFloat32>) gradients[i];
            updates.add(then.train.applyAdam(
                    variable,
                    state(zeros(shape), shape),
                    state(zeros(shape), shape),
                    power1,
                    power2,
                    constant(1e-3),
                    decay1,
                    decay2,
                    constant(1e-8),
                    gradient));
        }
        Ops last = ops.withControlDependencies(updates);
        List<Op> powers = List.of(
                last.assign(power1, last.math.mul(power1, decay1)), last.assign(power2, last.math.mul(power2, decay2)));
        return ops.withControlDependencies(powers).noOp();
    }

    private Op operation(Output<?> output) {
        return new Op() {
            @Override
            public Operation op() {
                return output.op();
            }

            @Override
            public ExecutionEnvironment env() {
                return graph;
            }
        };
    }

    /** A session with the variables at their first values. */
    Session session(int threads) {
        ConfigProto configuration = ConfigProto.newBuilder()
                .setIntraOpParallelismThreads(threads)
                .setInterOpParallelismThreads(1)
                .build();
        Session session = new Session(graph, configuration);
        Session.Runner runner = session.runner();
        initialisers.forEach(runner::addTarget);
        runner.run().close();
        return session;
    }
}
