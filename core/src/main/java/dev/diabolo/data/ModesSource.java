package dev.diabolo.data;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Built-in points in the plane around a few modes, labelled by mode: whether a generator finds all of them is seen at once.
 *
 * <p><b>Shapes</b>: {@code [2]}. <b>Range</b>: {@code ring} about -2 to 2, {@code grid} about -4 to 4.
 *
 * <p><b>Formula</b>: a mode, each as likely as any other, and independent normal noise on both numbers. {@code ring} has 8 modes at a distance of 2 from
 * the origin and a deviation of 0.02, {@code grid} has 25, a distance of 2 apart, and a deviation of 0.05.
 *
 * <p><b>Source</b>: Metz et al., Unrolled generative adversarial networks, ICLR 2017 (the ring); Srivastava et al., VEEGAN, NeurIPS 2017
 * (the grid).
 *
 * <p>The same bits on every machine: whole words of random numbers and {@link StrictMath}. A smaller set is the beginning of a
 * larger one. Stateless.
 */
final class ModesSource implements BuiltInSource {
    private static final int ROWS = 10_000;
    private static final int PARTS = 5;
    private static final int SIDE = 5;
    private static final int AROUND = 8;
    private static final double DISTANCE = 2;
    private static final Pattern ARGUMENTS = Pattern.compile("(\\d{1,7})(?::(-?\\d{1,18}))?");

    private final String name;
    private final List<double[]> modes;
    private final double deviation;

    private ModesSource(String name, List<double[]> modes, double deviation) {
        this.name = name;
        this.modes = List.copyOf(modes);
        this.deviation = deviation;
    }

    static ModesSource ring() {
        List<double[]> modes = new ArrayList<>();
        for (int i = 0; i < AROUND; i++) {
            double angle = 2 * Math.PI * i / AROUND;
            modes.add(new double[] {DISTANCE * StrictMath.cos(angle), DISTANCE * StrictMath.sin(angle)});
        }
        return new ModesSource("ring", modes, 0.02);
    }

    static ModesSource grid() {
        List<double[]> modes = new ArrayList<>();
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                modes.add(new double[] {DISTANCE * (column - SIDE / 2), DISTANCE * (row - SIDE / 2)});
            }
        }
        return new ModesSource("grid", modes, 0.05);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String summary() {
        return "points around the " + modes.size() + " modes of a " + name + ", labelled by mode, as " + name
                + "[:ROWS[:SEED]], with 10,000 rows and seed 1";
    }

    @Override
    public Dataset open(String arguments) {
        int rows = ROWS;
        long seed = 1;
        if (!arguments.isEmpty()) {
            Matcher matcher = ARGUMENTS.matcher(arguments);
            if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == 0) {
                throw DiaboloException.user(
                        "data.bad-arguments",
                        Problem.of("'" + arguments + "' does not say how many points to draw")
                                .at(name + ":" + arguments)
                                .allowed(name + ", or " + name + ":ROWS[:SEED] as in " + name + ":5000:7"));
            }
            rows = Integer.parseInt(matcher.group(1));
            seed = matcher.group(2) == null ? seed : Long.parseLong(matcher.group(2));
        }
        return new Dataset(
                arguments.isEmpty() ? name : name + ":" + arguments,
                "drawn by Diabolo: " + modes.size() + " modes, deviation " + deviation + ", seed " + seed,
                examples(rows, Chance.keyed(seed, 0)),
                Optional.of(examples(Math.max(1, rows / PARTS), Chance.keyed(seed, 1))));
    }

    private Examples examples(int count, Chance chance) {
        float[] values = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++) {
            labels[i] = chance.below(modes.size());
            double[] mode = modes.get(labels[i]);
            // By Box and Muller 1958: the library's own way of drawing normal numbers may change.
            double radius = deviation * StrictMath.sqrt(-2 * StrictMath.log(1 - chance.between(0, 1)));
            double angle = 2 * Math.PI * chance.between(0, 1);
            values[2 * i] = (float) (mode[0] + radius * StrictMath.cos(angle));
            values[2 * i + 1] = (float) (mode[1] + radius * StrictMath.sin(angle));
        }
        return new ArrayExamples(TensorSpec.of(2), new Values.Floats(values), labels);
    }
}
