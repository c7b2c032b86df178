package dev.diabolo.plugins.vanilla.recurrent;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A layer of gated recurrent units, forward in time, from a zero state; unrolled, with about forty operations for each step and
 * its gradients.
 *
 * <p><b>Formula:</b> with s the logistic function, {@code z = s(x W_z + h U_z + b_z)}, {@code r = s(x W_r + h U_r + b_r)},
 * {@code c = tanh(x W_c + r (h U_c) + b_c)}, {@code h' = z h + (1 - z) c}.
 *
 * <p><b>Source:</b> Cho et al. 2014, Learning phrase representations using RNN encoder-decoder, with biases, and with the reset
 * gate after the product with the state, as cuDNN and Keras have it; they add a second bias, to that product, which is
 * left out here.
 */
final class GatedUnit {
    private final GraphScope scope;
    private final long units;
    private final WeightInitialisation initialisation;
    private final SDVariable updateWeight;
    private final SDVariable resetWeight;
    private final SDVariable candidateWeight;

    /** What the input adds to the arguments of both gates and the candidate at one step, {@code [batch, units]} each. */
    private record Arguments(SDVariable update, SDVariable reset, SDVariable candidate) {}

    /**
     * Makes a layer's weights of its state.
     *
     * @param scope of this layer alone
     */
    GatedUnit(GraphScope scope, long units, WeightInitialisation initialisation) {
        this.scope = scope;
        this.units = units;
        this.initialisation = initialisation;
        this.updateWeight = recurrent("update");
        this.resetWeight = recurrent("reset");
        this.candidateWeight = recurrent("candidate");
    }

    private SDVariable recurrent(String gate) {
        return scope.parameter(gate + "-recurrent-weight", initialisation.initialiser(units, units), units, units);
    }

    /**
     * The states over a sequence.
     *
     * <p><b>Shapes:</b> {@code [batch, features, time] -> [batch, units, time]}, or {@code [batch, units]} for the last.
     */
    Tensor over(Tensor input, boolean sequence) {
        long features = input.spec().dimension(0);
        int time = Math.toIntExact(input.spec().dimension(1));
        SDVariable rows = input.variable().permute(2, 0, 1).reshape(-1, features);
        SDVariable[] update = eachStep(project("update", rows, features), time);
        SDVariable[] reset = eachStep(project("reset", rows, features), time);
        SDVariable[] candidate = eachStep(project("candidate", rows, features), time);
        List<Arguments> steps = new ArrayList<>();
        for (int t = 0; t < time; t++) {
            steps.add(new Arguments(update[t], reset[t], candidate[t]));
        }
        List<SDVariable> states = states(steps);
        return sequence ? sequence(states) : new Tensor(states.get(time - 1), TensorSpec.of(units));
    }

    /**
     * The states over the same vector at every step, which is projected once.
     *
     * <p><b>Shapes:</b> {@code [batch, code...] -> [batch, units, time]}.
     */
    Tensor overRepeated(Tensor code, long time) {
        long width = code.spec().size();
        SDVariable vector = code.flat().variable();
        Arguments same = new Arguments(
                project("update", vector, width), project("reset", vector, width), project("candidate", vector, width));
        List<Arguments> steps = new ArrayList<>();
        for (long t = 0; t < time; t++) {
            steps.add(same);
        }
        return sequence(states(steps));
    }

    private SDVariable project(String gate, SDVariable rows, long width) {
        SDVariable weight = scope.parameter(gate + "-weight", initialisation.initialiser(width, units), width, units);
        SDVariable bias = scope.parameter(gate + "-bias", Initialiser.zeros(), units);
        return scope.graph().nn().linear(rows, weight, bias);
    }

    private SDVariable[] eachStep(SDVariable rows, int time) {
        return scope.graph().unstack(rows.reshape(time, -1, units), 0, time);
    }

    private List<SDVariable> states(List<Arguments> steps) {
        List<SDVariable> states = new ArrayList<>();
        states.add(first(steps.get(0)));
        for (Arguments step : steps.subList(1, steps.size())) {
            states.add(next(step, states.get(states.size() - 1)));
        }
        return states;
    }

    /** The step from a zero state, which products and the reset gate add nothing to. */
    private SDVariable first(Arguments x) {
        SDVariable candidate = scope.graph().nn().tanh(x.candidate);
        return candidate.sub(scope.graph().nn().sigmoid(x.update).mul(candidate));
    }

    private SDVariable next(Arguments x, SDVariable state) {
        var nn = scope.graph().nn();
        SDVariable update = nn.sigmoid(x.update.add(state.mmul(updateWeight)));
        SDVariable reset = nn.sigmoid(x.reset.add(state.mmul(resetWeight)));
        SDVariable candidate = nn.tanh(x.candidate.add(reset.mul(state.mmul(candidateWeight))));
        return candidate.add(update.mul(state.sub(candidate)));
    }

    private Tensor sequence(List<SDVariable> states) {
        SDVariable all = scope.graph().stack(0, states.toArray(SDVariable[]::new));
        return new Tensor(all.permute(1, 2, 0), TensorSpec.of(units, states.size()));
    }
}
