package dev.diabolo.testkit;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Numbers and shapes to test with; the same for the same seed. */
final class Values {
    private Values() {}

    static double[] normal(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = random.nextGaussian();
        }
        return values;
    }

    /** Within [0, 1). */
    static double[] uniform(int size, long seed) {
        return new SplittableRandom(seed).doubles(size).toArray();
    }

    /** The same values so many times, one behind the other. */
    static double[] repeated(double[] values, int times) {
        double[] all = new double[values.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(values, 0, all, i * values.length, values.length);
        }
        return all;
    }

    /** Vectors, sequences and images; small, some with sizes of one, some odd, some even. */
    static List<TensorSpec> shapes() {
        SplittableRandom random = new SplittableRandom(2006);
        List<TensorSpec> shapes = new ArrayList<>();
        shapes.add(TensorSpec.of(1));
        shapes.add(TensorSpec.of(6));
        shapes.add(TensorSpec.of(3, 4));
        shapes.add(TensorSpec.of(1, 8, 8));
        for (int rank = 1; rank <= 3; rank++) {
            for (int i = 0; i < 3; i++) {
                shapes.add(
                        TensorSpec.of(random.longs(rank, 1, rank == 1 ? 40 : 10).toArray()));
            }
        }
        return shapes;
    }

    /** Uniform examples in [0, 1). */
    static Examples examples(TensorSpec spec, int size, long seed) {
        double[] values = uniform(size * spec.size(), seed);
        return new Examples() {
            @Override
            public TensorSpec spec() {
                return spec;
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public void read(int index, float[] target, int offset) {
                for (int i = 0; i < spec.size(); i++) {
                    target[offset + i] = (float) values[index * spec.size() + i];
                }
            }
        };
    }
}
