package dev.diabolo.data;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Uniform noise in [0, 1): {@code random:ROWSxCOLUMNS[:SEED]}, for measuring speed and memory. */
final class RandomSource implements BuiltInSource {
    private static final Pattern ARGUMENTS = Pattern.compile("(\\d{1,9})x(\\d{1,9})(?::(-?\\d{1,18}))?");

    @Override
    public String name() {
        return "random";
    }

    @Override
    public String summary() {
        return "uniform noise in [0, 1), as random:ROWSxCOLUMNS[:SEED]; nothing can be learnt from it";
    }

    @Override
    public Dataset open(String arguments) {
        Matcher matcher = ARGUMENTS.matcher(arguments);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0 || Integer.parseInt(matcher.group(2)) == 0) {
            throw DiaboloException.user(
                    "data.bad-arguments",
                    Problem.of("'" + arguments + "' does not say how much noise to make")
                            .at("random:" + arguments)
                            .allowed("random:ROWSxCOLUMNS[:SEED], as in random:1000x64:7"));
        }
        int rows = Integer.parseInt(matcher.group(1));
        int columns = Integer.parseInt(matcher.group(2));
        long seed = matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3));
        return new Dataset(
                "random:" + arguments,
                "uniform noise in [0, 1) from seed " + seed,
                new ArrayExamples(TensorSpec.of(columns), noise(rows, columns, seed), null),
                Optional.empty());
    }

    private static Values noise(int rows, int columns, long seed) {
        long count = (long) rows * columns;
        if (count > FloatList.MAXIMUM) {
            throw DataErrors.tooLarge("random", count);
        }
        if (count * Float.BYTES > Runtime.getRuntime().maxMemory()) {
            throw DataErrors.memory("random", count * Float.BYTES);
        }
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[(int) count];
        for (int i = 0; i < values.length; i++) {
            // 24 bits: what a float in [0, 1) holds without rounding up to 1.
            values[i] = (random.nextInt() >>> 8) * 0x1p-24f;
        }
        return new Values.Floats(values);
    }
}
