package dev.diabolo.exchange.dl4j;

import dev.diabolo.exchange.dl4j.Step.Activate;
import dev.diabolo.exchange.dl4j.Step.Convolve;
import dev.diabolo.exchange.dl4j.Step.Crop;
import dev.diabolo.exchange.dl4j.Step.Dense;
import dev.diabolo.exchange.dl4j.Step.Enlarge;
import dev.diabolo.exchange.dl4j.Step.Lstm;
import dev.diabolo.exchange.dl4j.Step.Repeat;
import dev.diabolo.exchange.dl4j.Step.Reshape;
import dev.diabolo.exchange.dl4j.Step.Scale;
import dev.diabolo.spi.exchange.TrainedNetwork;
import dev.diabolo.spi.graph.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;

/**
 * Which layers there are to be: each step with the activation that follows it, the shapes of its values, and what brings them into
 * that shape. Shapes of one example: a row, a sequence {@code [features, time]} or an image {@code [channels, rows, columns]}.
 */
final class LayerPlan {
    private final TrainedNetwork network;
    private final List<Planned> layers = new ArrayList<>();
    /** Of what the last layer gives, and as the next is to have it. */
    private long[] given;

    private long[] wanted;

    /** A layer to be. */
    record Planned(Step step, Activation activation, long[] in, long[] out, Optional<InputPreProcessor> before) {
        Planned with(Activation other) {
            return new Planned(step, other, in, out, before);
        }
    }

    private LayerPlan(TrainedNetwork network) {
        this.network = network;
        this.given = network.inputSpec().shape();
        this.wanted = given;
    }

    /** The layers; at least one. */
    static List<Planned> of(TrainedNetwork network, List<Step> steps) {
        LayerPlan plan = new LayerPlan(network);
        steps.forEach(plan::add);
        if (plan.layers.isEmpty()) {
            plan.valueByValue(new Activate(Activation.LINEAR));
        }
        return plan.layers;
    }

    private void add(Step step) {
        if (step instanceof Reshape reshape) {
            wanted = reshape.shape();
            // What comes before any layer is how the network is given its input.
            given = layers.isEmpty() ? wanted : given;
        } else if (step instanceof Activate activate && mayActivate()) {
            int last = layers.size() - 1;
            layers.set(last, layers.get(last).with(activate.activation()));
        } else if (step instanceof Activate || step instanceof Scale) {
            valueByValue(step);
        } else {
            layer(step, result(step));
        }
    }

    /** Whether the last layer has no activation of its own yet. Activations do not mind shapes. */
    private boolean mayActivate() {
        if (layers.isEmpty()) {
            return false;
        }
        Planned last = layers.get(layers.size() - 1);
        boolean takesOne =
                last.step() instanceof Dense || last.step() instanceof Convolve || last.step() instanceof Activate;
        return takesOne && last.activation() == Activation.LINEAR;
    }

    /** What is done to every value is done to the last layer's as they are; the next may have them in another shape. */
    private void valueByValue(Step step) {
        Activation activation = step instanceof Activate own ? own.activation() : Activation.LINEAR;
        layers.add(new Planned(step, activation, given, given, Optional.empty()));
    }

    private void layer(Step step, long[] out) {
        layers.add(new Planned(step, Activation.LINEAR, wanted, out, between(step)));
        given = out;
        wanted = out;
    }

    private long[] result(Step step) {
        if (step instanceof Dense dense) {
            return dense.overTime() ? new long[] {dense.out(), wanted[1]} : new long[] {dense.out()};
        }
        if (step instanceof Lstm lstm) {
            return lstm.sequence() ? new long[] {lstm.units(), wanted[1]} : new long[] {lstm.units()};
        }
        if (step instanceof Repeat repeat) {
            return new long[] {Arrays.stream(wanted).reduce(1, (a, b) -> a * b), repeat.time()};
        }
        if (step instanceof Crop crop) {
            return new long[] {wanted[0], crop.height(), crop.width()};
        }
        if (step instanceof Enlarge enlarge) {
            return new long[] {wanted[0], wanted[1] * enlarge.height(), wanted[2] * enlarge.width()};
        }
        if (step instanceof Convolve convolve) {
            return new long[] {convolve.out(), grown(convolve, 0), grown(convolve, 1)};
        }
        return wanted;
    }

    /** Rows or columns behind a convolution. */
    private long grown(Convolve convolve, int axis) {
        long side = wanted[axis + 1];
        int stride = convolve.stride()[axis];
        int kernel = convolve.kernel()[axis];
        int padding = convolve.padding()[axis];
        if (convolve.transposed()) {
            return convolve.same() ? side * stride : (side - 1) * stride + kernel - 2L * padding;
        }
        return convolve.same() ? (side + stride - 1) / stride : (side + 2L * padding - kernel) / stride + 1;
    }

    /** From what the last layer gives to what the next takes. */
    private Optional<InputPreProcessor> between(Step step) {
        if (Arrays.equals(given, wanted)) {
            return Optional.empty();
        }
        if (given.length == 3 && wanted.length == 1) {
            return Optional.of(new CnnToFeedForwardPreProcessor(given[1], given[2], given[0]));
        }
        if (given.length == 1 && wanted.length == 3) {
            return Optional.of(new FeedForwardToCnnPreProcessor(wanted[1], wanted[2], wanted[0]));
        }
        throw GraphWalk.refused(
                network,
                "between two layers, values of shape " + Arrays.toString(given) + " become " + Arrays.toString(wanted),
                step.getClass().getSimpleName());
    }
}
