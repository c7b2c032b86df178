package dev.diabolo.data;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The built-in data set {@code sines}: sequences to learn from without a download.
 *
 * <p><b>Shapes</b>: {@code [features, steps]}, without labels. <b>Range</b>: -1 to 1, and a little more with noise.
 *
 * <p><b>Formula</b>: {@code sin(2 pi (f t / steps + p_k)) + noise e} at step t of feature k, where each sequence has a frequency
 * f, uniform in [{@value #LOWEST}, {@value #HIGHEST}) turns, each of its features a phase p, uniform in [0, 1), and e is standard
 * normal.
 *
 * <p>The same bits on every machine: whole words of {@link SplittableRandom} and {@link StrictMath}. A smaller set is the
 * beginning of a larger one of the same kind; the test part is drawn from random numbers of its own. Stateless.
 */
final class SinesSource implements BuiltInSource {
    static final double LOWEST = 1;
    static final double HIGHEST = 4;

    @Override
    public String name() {
        return "sines";
    }

    @Override
    public String summary() {
        return "sine waves of random frequency and phase, with the settings " + SinesArguments.EXAMPLE;
    }

    @Override
    public Dataset open(String arguments) {
        SinesArguments settings = SinesArguments.parse(arguments);
        SplittableRandom random = new SplittableRandom(settings.seed());
        SplittableRandom ofTraining = random.split();
        SplittableRandom ofTest = random.split();
        return new Dataset(
                arguments.isEmpty() ? name() : name() + ":" + arguments,
                "drawn by Diabolo: " + settings,
                examples(settings, settings.train(), Chance.of(ofTraining)),
                Optional.of(examples(settings, settings.test(), Chance.of(ofTest))));
    }

    private static Examples examples(SinesArguments settings, int count, Chance chance) {
        TensorSpec spec = TensorSpec.of(settings.features(), settings.steps());
        long length = (long) count * spec.size();
        if (length > FloatList.MAXIMUM) {
            throw DataErrors.tooLarge("sines", length);
        }
        if (length * Float.BYTES > Runtime.getRuntime().maxMemory()) {
            throw DataErrors.memory("sines", length * Float.BYTES);
        }
        float[] values = new float[(int) length];
        for (int i = 0; i < count; i++) {
            draw(settings, chance, values, i * spec.size());
        }
        return new ArrayExamples(spec, new Values.Floats(values), null);
    }

    private static void draw(SinesArguments settings, Chance chance, float[] values, int offset) {
        double frequency = chance.between(LOWEST, HIGHEST);
        for (int feature = 0; feature < settings.features(); feature++) {
            double phase = chance.between(0, 1);
            for (int step = 0; step < settings.steps(); step++) {
                double wave = StrictMath.sin(2 * Math.PI * (frequency * step / settings.steps() + phase));
                double noise = settings.noise() == 0 ? 0 : settings.noise() * normal(chance);
                values[offset + feature * settings.steps() + step] = (float) (wave + noise);
            }
        }
    }

    /** By Box and Muller 1958: the library's own way of drawing normal numbers may change. */
    private static double normal(Chance chance) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - chance.between(0, 1)));
        return radius * StrictMath.cos(2 * Math.PI * chance.between(0, 1));
    }
}
