package dev.diabolo.plugins.vanilla.attention;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * How data are cut into tokens: images into square patches, row by row; sequences into groups of neighbouring steps; a vector as
 * a sequence of one feature.
 *
 * @param data the shape of one example
 * @param side of a patch, for images, or steps of a token
 * @param count tokens of an example
 * @param width values of a token
 */
record Tokens(TensorSpec data, long side, long count, long width) {
    /**
     * The way for data of a shape.
     *
     * @param patch side of an image's patches
     * @param steps of a sequence in one token
     * @throws DiaboloException (USER) where the sizes do not divide, or for more than three dimensions
     */
    static Tokens of(TensorSpec data, int patch, int steps) {
        return switch (data.rank()) {
            case 1 -> sequence(data, 1, data.dimension(0), steps);
            case 2 -> sequence(data, data.dimension(0), data.dimension(1), steps);
            case 3 -> image(data, patch);
            default ->
                throw DiaboloException.user(
                        "attention.no-tokens",
                        Problem.of("data of shape " + data + " are neither images nor sequences")
                                .at("data " + data)
                                .allowed(
                                        "sequences [features, time], vectors [time] and images [channels, rows, columns]")
                                .remedy("for other data take the type vanilla.dense"));
        };
    }

    private static Tokens sequence(TensorSpec data, long features, long time, int steps) {
        if (time % steps != 0) {
            throw indivisible(
                    data, "a sequence of " + time + " steps", "tokens of " + steps + " steps", "steps", time, time);
        }
        return new Tokens(data, steps, time / steps, features * steps);
    }

    private static Tokens image(TensorSpec data, int patch) {
        long rows = data.dimension(1);
        long columns = data.dimension(2);
        if (rows % patch != 0 || columns % patch != 0) {
            throw indivisible(
                    data,
                    "an image of " + rows + " x " + columns,
                    "patches of " + patch + " x " + patch,
                    "patch",
                    rows,
                    columns);
        }
        return new Tokens(data, patch, rows / patch * (columns / patch), data.dimension(0) * patch * patch);
    }

    private static DiaboloException indivisible(
            TensorSpec data, String whole, String part, String option, long first, long second) {
        return DiaboloException.user(
                "attention.indivisible",
                Problem.of(whole + " cannot be cut into " + part)
                        .at("encoder." + option + ", for data of " + data)
                        .allowed(divisors(first, second))
                        .remedy("set encoder." + option
                                + " to one of these; the decoder's follows it in recipes, and is decoder." + option
                                + " elsewhere"));
    }

    /** The numbers that divide both: {@code 1, 2, 4}. */
    private static String divisors(long first, long second) {
        return LongStream.rangeClosed(1, Math.min(first, second))
                .filter(size -> first % size == 0 && second % size == 0)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(", "));
    }

    /** Examples as tokens, one a row: {@code [batch count, width]}. */
    SDVariable rows(Tensor input) {
        return inOrder(input.variable()).reshape(-1, width);
    }

    private SDVariable inOrder(SDVariable values) {
        return switch (data.rank()) {
            case 1 -> values;
            case 2 -> values.permute(0, 2, 1);
            default ->
                values.reshape(-1, data.dimension(0), down(), side, across(), side)
                        .permute(0, 2, 4, 1, 3, 5);
        };
    }

    /** Tokens, one a row, as examples. */
    Tensor examples(SDVariable rows) {
        SDVariable values = switch (data.rank()) {
            case 1 -> rows.reshape(data.batched(-1));
            case 2 -> rows.reshape(-1, data.dimension(1), data.dimension(0)).permute(0, 2, 1);
            default ->
                rows.reshape(-1, down(), across(), data.dimension(0), side, side)
                        .permute(0, 3, 1, 4, 2, 5)
                        .reshape(data.batched(-1));
        };
        return new Tensor(values, data);
    }

    private long down() {
        return data.dimension(1) / side;
    }

    private long across() {
        return data.dimension(2) / side;
    }
}
