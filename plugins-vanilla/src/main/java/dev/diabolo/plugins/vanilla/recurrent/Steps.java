package dev.diabolo.plugins.vanilla.recurrent;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;

/**
 * How data are read as a sequence: a vector as one feature, step by step; an image row by row, from the top, so that the values
 * of a row, of all channels, are the features of one step.
 *
 * @param data the shape of one example
 * @param features at each step
 * @param time steps, at least 2
 */
record Steps(TensorSpec data, long features, long time) {
    /**
     * The way for data of a shape.
     *
     * @throws DiaboloException (USER) for more than three dimensions, or a single step
     */
    static Steps of(TensorSpec data) {
        Steps steps = switch (data.rank()) {
            case 1 -> new Steps(data, 1, data.dimension(0));
            case 2 -> new Steps(data, data.dimension(0), data.dimension(1));
            case 3 -> new Steps(data, data.dimension(0) * data.dimension(2), data.dimension(1));
            default -> throw refused("data of shape " + data + " are no sequence", data);
        };
        if (steps.time < 2) {
            throw refused("data of shape " + data + " have a single step", data);
        }
        return steps;
    }

    private static DiaboloException refused(String what, TensorSpec data) {
        return DiaboloException.user(
                "recurrent.no-sequence",
                Problem.of(what)
                        .at("data " + data)
                        .allowed(
                                "sequences [features, time], vectors [time] and images [channels, rows, columns], of at least "
                                        + "2 steps")
                        .remedy("for other data take the type vanilla.dense"));
    }

    /** Examples as sequences, {@code [features, time]}. */
    Tensor sequence(Tensor input) {
        TensorSpec sequence = TensorSpec.of(features, time);
        if (data.rank() < 3) {
            return input.as(sequence);
        }
        if (data.dimension(0) == 1) {
            Tensor rows = input.as(TensorSpec.of(time, features));
            return new Tensor(rows.variable().permute(0, 2, 1), sequence);
        }
        return new Tensor(input.variable().permute(0, 1, 3, 2).reshape(-1, features, time), sequence);
    }

    /** Sequences, {@code [features, time]}, as examples. */
    Tensor examples(Tensor sequence) {
        if (data.rank() < 3) {
            return sequence.as(data);
        }
        if (data.dimension(0) == 1) {
            return new Tensor(sequence.variable().permute(0, 2, 1), TensorSpec.of(time, features)).as(data);
        }
        long channels = data.dimension(0);
        return new Tensor(
                sequence.variable()
                        .reshape(-1, channels, features / channels, time)
                        .permute(0, 1, 3, 2),
                data);
    }
}
