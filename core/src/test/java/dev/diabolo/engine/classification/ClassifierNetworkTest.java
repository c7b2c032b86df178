package dev.diabolo.engine.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.engine.classification.ClassifierNetwork.Outputs;
import dev.diabolo.engine.classification.ClassifierNetwork.Settings;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierNetworkTest {
    private static final TensorSpec IMAGE = TensorSpec.of(1, 9, 8);
    private static final TensorSpec VECTOR = TensorSpec.of(5);
    private static final int CLASSES = 3;
    private static final int BATCH = 4;
    private static final double STEP = 1e-5;

    /** Vectors that hold a point in the unit square first; its class is that of an exclusive or. */
    private record Squares(int size, TensorSpec spec) implements Examples {
        @Override
        public void read(int index, float[] target, int offset) {
            Random random = new Random(index * 7919L);
            for (int i = 0; i < spec.size(); i++) {
                target[offset + i] = random.nextFloat();
            }
        }

        float[] row(int index) {
            float[] row = new float[spec.size()];
            read(index, row, 0);
            return row;
        }

        int classOf(int index) {
            float[] row = row(index);
            return row[0] > 0.5 == row[1] > 0.5 ? 0 : 1;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void gradientsAreThoseOfFiniteDifferences(boolean image) {
        TensorSpec spec = image ? IMAGE : VECTOR;
        Random random = new Random(1);
        List<double[]> inputs =
                List.of(random.doubles((long) BATCH * spec.size()).toArray(), new double[BATCH * CLASSES]);
        for (int i = 0; i < BATCH; i++) {
            inputs.get(1)[i * CLASSES + i % CLASSES] = 1;
        }
        double[] weights = random.doubles(BATCH, -1, 1).toArray();
        try (GraphProbe probe = GraphProbe.of(true, 3, ClassifierNetwork.model(spec, CLASSES, 6))) {
            for (String name : probe.trained()) {
                // Off the kinks of rectifiers, on which zero biases put values.
                double[] moved = Arrays.stream(probe.parameter(name))
                        .map(value -> value + 0.1 * random.nextGaussian())
                        .toArray();
                probe.set(name, moved);
            }
            Map<String, Output> gradients = probe.gradients("term:class", weights, BATCH, inputs);
            for (String name : probe.trained()) {
                double[] parameter = probe.parameter(name);
                for (int tried = 0; tried < 5; tried++) {
                    int at = tried * parameter.length / 5;
                    probe.set(name, at, parameter[at] + STEP);
                    double plus = loss(probe, inputs, weights);
                    probe.set(name, at, parameter[at] - STEP);
                    double minus = loss(probe, inputs, weights);
                    probe.set(name, at, parameter[at]);
                    assertThat(gradients.get(name).values()[at])
                            .as(name + " " + at)
                            .isCloseTo((plus - minus) / (2 * STEP), within(1e-7));
                }
            }
            assertThat(probe.trained()).hasSizeGreaterThanOrEqualTo(6);
        }
    }

    private static double loss(GraphProbe probe, List<double[]> inputs, double[] weights) {
        double[] terms = probe.run(BATCH, inputs).get("term:class").values();
        double sum = 0;
        for (int i = 0; i < BATCH; i++) {
            sum += terms[i] * weights[i];
        }
        return sum;
    }

    @Test
    void itLearnsWhatNoLineParts() {
        Squares train = new Squares(3000, VECTOR);
        try (ClassifierNetwork network = trained(train, 20, 2)) {
            Outputs outputs = network.run(500, i -> train.row(4000 + i));

            int right = 0;
            for (int i = 0; i < 500; i++) {
                float[] of = outputs.probabilities()[i];
                assertThat(of[0] + of[1]).isCloseTo(1, within(1e-5f));
                assertThat(outputs.features()[i]).hasSize(32);
                right += (of[1] > of[0] ? 1 : 0) == train.classOf(4000 + i) ? 1 : 0;
            }
            assertThat(right).isGreaterThan(460);
        }
    }

    @Test
    void theSeedDecidesAndTheNumberOfThreadsDoesNot() {
        Squares train = new Squares(100, IMAGE);
        float[][][] found = new float[3][][];
        for (int i = 0; i < 3; i++) {
            try (ClassifierNetwork network = i < 2 ? trained(train, 2, 1 + i) : trained(train, 2, 1, 9)) {
                found[i] = network.run(300, train::row).probabilities();
            }
        }

        assertThat(found[1]).isDeepEqualTo(found[0]);
        assertThat(found[2][0]).isNotEqualTo(found[0][0]);
    }

    private static ClassifierNetwork trained(Squares examples, int epochs, int workers) {
        return trained(examples, epochs, workers, 1);
    }

    private static ClassifierNetwork trained(Squares examples, int epochs, int workers, long seed) {
        return ClassifierNetwork.train(examples, examples::classOf, 2, new Settings(32, epochs, 16, seed, workers));
    }
}
