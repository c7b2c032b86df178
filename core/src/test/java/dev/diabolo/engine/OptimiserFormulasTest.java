package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.training.UpdateRule;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaDelta;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/** Each optimiser against its formula, written out once more in double precision, and against ND4J's updaters. */
class OptimiserFormulasTest {
    private static final int LENGTH = 37;
    private static final int STEPS = 30;
    private static final double RATE = 0.05;
    private static final double B1 = 0.8;
    private static final double B2 = 0.95;
    private static final double EPSILON = 1e-3;

    /** One number's step by the textbook. */
    private interface Formula {
        /**
         * @param t from 1
         * @param s the number's state, of four numbers that begin at 0
         * @return the new parameter
         */
        double step(int t, double rate, double w, double g, double[] s);
    }

    static Stream<Arguments> formulas() {
        Formula adam = (t, rate, w, g, s) -> {
            s[0] = B1 * s[0] + (1 - B1) * g;
            s[1] = B2 * s[1] + (1 - B2) * g * g;
            double corrected = rate * Math.sqrt(1 - Math.pow(B2, t)) / (1 - Math.pow(B1, t));
            return w - corrected * s[0] / (Math.sqrt(s[1]) + EPSILON);
        };
        return Stream.of(
                Arguments.of(new UpdateRule.Sgd(0, false), (Formula) (t, rate, w, g, s) -> w - rate * g),
                Arguments.of(new UpdateRule.Sgd(0.7, false), (Formula) (t, rate, w, g, s) -> {
                    s[0] = 0.7 * s[0] - rate * g;
                    return w + s[0];
                }),
                Arguments.of(new UpdateRule.Sgd(0.7, true), (Formula) (t, rate, w, g, s) -> {
                    s[0] = 0.7 * s[0] - rate * g;
                    return w + 0.7 * s[0] - rate * g;
                }),
                Arguments.of(new UpdateRule.Adam(B1, B2, EPSILON), adam),
                Arguments.of(new UpdateRule.AdamW(B1, B2, EPSILON, 0.1), (Formula)
                        (t, rate, w, g, s) -> adam.step(t, rate, w - rate * 0.1 * w, g, s)),
                Arguments.of(new UpdateRule.AmsGrad(B1, B2, EPSILON), (Formula) (t, rate, w, g, s) -> {
                    s[0] = B1 * s[0] + (1 - B1) * g;
                    s[1] = B2 * s[1] + (1 - B2) * g * g;
                    s[2] = Math.max(s[2], s[1]);
                    double corrected = rate * Math.sqrt(1 - Math.pow(B2, t)) / (1 - Math.pow(B1, t));
                    return w - corrected * s[0] / (Math.sqrt(s[2]) + EPSILON);
                }),
                Arguments.of(new UpdateRule.Adamax(B1, B2, EPSILON), (Formula) (t, rate, w, g, s) -> {
                    s[0] = B1 * s[0] + (1 - B1) * g;
                    s[1] = Math.max(B2 * s[1], Math.abs(g));
                    return w - rate / (1 - Math.pow(B1, t)) * s[0] / (s[1] + EPSILON);
                }),
                Arguments.of(new UpdateRule.NAdam(B1, B2, EPSILON), (Formula) (t, rate, w, g, s) -> {
                    s[0] = B1 * s[0] + (1 - B1) * g;
                    s[1] = B2 * s[1] + (1 - B2) * g * g;
                    double mu = B1 * (1 - 0.5 * Math.pow(0.96, t));
                    double next = B1 * (1 - 0.5 * Math.pow(0.96, t + 1));
                    s[2] = (t == 1 ? 1 : s[2]) * mu;
                    double m = next * s[0] / (1 - s[2] * next) + (1 - mu) * g / (1 - s[2]);
                    return w - rate * m / (Math.sqrt(s[1] / (1 - Math.pow(B2, t))) + EPSILON);
                }),
                Arguments.of(new UpdateRule.RmsProp(B2, 0, false, EPSILON), (Formula) (t, rate, w, g, s) -> {
                    s[0] = B2 * s[0] + (1 - B2) * g * g;
                    return w - rate * g / Math.sqrt(s[0] + EPSILON);
                }),
                Arguments.of(new UpdateRule.RmsProp(B2, 0.7, false, EPSILON), (Formula) (t, rate, w, g, s) -> {
                    s[0] = B2 * s[0] + (1 - B2) * g * g;
                    s[1] = 0.7 * s[1] + rate * g / Math.sqrt(s[0] + EPSILON);
                    return w - s[1];
                }),
                Arguments.of(new UpdateRule.RmsProp(B2, 0.7, true, EPSILON), (Formula) (t, rate, w, g, s) -> {
                    s[0] = B2 * s[0] + (1 - B2) * g * g;
                    s[1] = B2 * s[1] + (1 - B2) * g;
                    s[2] = 0.7 * s[2] + rate * g / Math.sqrt(s[0] - s[1] * s[1] + EPSILON);
                    return w - s[2];
                }),
                Arguments.of(new UpdateRule.Adagrad(0.1, EPSILON), (Formula) (t, rate, w, g, s) -> {
                    s[0] = (t == 1 ? 0.1 : s[0]) + g * g;
                    return w - rate * g / Math.sqrt(s[0] + EPSILON);
                }),
                Arguments.of(new UpdateRule.Adadelta(B2, EPSILON), (Formula) (t, rate, w, g, s) -> {
                    s[0] = B2 * s[0] + (1 - B2) * g * g;
                    double d = g * Math.sqrt(s[1] + EPSILON) / Math.sqrt(s[0] + EPSILON);
                    s[1] = B2 * s[1] + (1 - B2) * d * d;
                    return w - rate * d;
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void followsItsFormula(UpdateRule rule, Formula formula) {
        Stepper ours = new Stepper(rule);
        double[] expected = doubles(ours.parameters);
        double[][] states = new double[LENGTH][4];
        SplittableRandom random = new SplittableRandom(2);
        for (int t = 1; t <= STEPS; t++) {
            float[] gradients = gradients(random);
            double rate = RATE / t;
            for (int i = 0; i < LENGTH; i++) {
                expected[i] = formula.step(t, rate, expected[i], gradients[i], states[i]);
            }
            ours.step(rate, gradients);
            for (int i = 0; i < LENGTH; i++) {
                assertThat(ours.parameters[i]).as("step %d", t).isCloseTo((float) expected[i], within(3e-6f));
            }
        }
        ours.assertNothingElseChanged();
    }

    static Stream<Arguments> updaters() {
        double tiny = 1e-8;
        return Stream.of(
                Arguments.of(new UpdateRule.Sgd(0, false), new Sgd(RATE)),
                Arguments.of(new UpdateRule.Sgd(0.7, true), new Nesterovs(RATE, 0.7)),
                Arguments.of(new UpdateRule.Adam(B1, B2, tiny), new Adam(RATE, B1, B2, tiny)),
                Arguments.of(new UpdateRule.AmsGrad(B1, B2, tiny), new AMSGrad(RATE, B1, B2, tiny)),
                Arguments.of(new UpdateRule.Adamax(B1, B2, tiny), new AdaMax(RATE, B1, B2, tiny)),
                // ND4J begins with epsilon where we begin with 0 (RMSProp) or 0.1, and adds epsilon after the root.
                Arguments.of(new UpdateRule.RmsProp(B2, 0, false, tiny), new RmsProp(RATE, B2, tiny)),
                Arguments.of(new UpdateRule.Adagrad(tiny, tiny), new AdaGrad(RATE, tiny)),
                Arguments.of(new UpdateRule.Adadelta(B2, EPSILON), new AdaDelta(B2, EPSILON)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("updaters")
    void agreesWithNd4j(UpdateRule rule, IUpdater config) {
        assertThat(ours(rule)).usingComparatorWithPrecision(2e-5f).containsExactly(nd4j(config));
    }

    /** ND4J's Nadam has a constant momentum and does not correct the second moment. */
    @Test
    void nadamOfNd4jIsAnotherFormula() {
        float[] ours = ours(new UpdateRule.NAdam(B1, B2, 1e-8));
        float[] theirs = nd4j(new Nadam(RATE, B1, B2, 1e-8));

        assertThat(Math.abs(ours[0] - theirs[0])).isGreaterThan(0.01f);
    }

    private static float[] ours(UpdateRule rule) {
        Stepper ours = new Stepper(rule);
        SplittableRandom random = new SplittableRandom(2);
        for (int t = 0; t < STEPS; t++) {
            ours.step(rule instanceof UpdateRule.Adadelta ? 1 : RATE, gradients(random));
        }
        return ours.parameters;
    }

    private static float[] nd4j(IUpdater config) {
        Backend.load();
        INDArray parameters = Nd4j.createFromArray(new Stepper(new UpdateRule.Sgd(0, false)).parameters);
        long size = config.stateSize(LENGTH);
        GradientUpdater<?> updater = size == 0
                ? config.instantiate((INDArray) null, false)
                : config.instantiate(Nd4j.zeros(DataType.FLOAT, 1, size), true);
        SplittableRandom random = new SplittableRandom(2);
        for (int t = 0; t < STEPS; t++) {
            INDArray update = Nd4j.createFromArray(gradients(random)).reshape(1, LENGTH);
            updater.applyUpdater(update, t, 0);
            parameters.subi(update.reshape(LENGTH));
        }
        return parameters.toFloatVector();
    }

    private static float[] gradients(SplittableRandom random) {
        float[] gradients = new float[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            gradients[i] = (float) (0.2 + i * 0.03 + random.nextDouble() - 0.5);
        }
        return gradients;
    }

    private static double[] doubles(float[] values) {
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    /** An optimiser on a chunk that is shorter than its state. */
    private static final class Stepper {
        private final Optimiser optimiser;
        private final float[] parameters = new float[LENGTH];
        private final float[][] state;
        private long steps;

        Stepper(UpdateRule rule) {
            optimiser = Optimiser.of(rule);
            state = new float[optimiser.stateVectors()][LENGTH + 3];
            for (float[] vector : state) {
                java.util.Arrays.fill(vector, optimiser.initialState());
            }
            for (int i = 0; i < LENGTH; i++) {
                parameters[i] = 0.1f * i - 1;
            }
        }

        void step(double rate, float[] gradients) {
            optimiser.move(steps++, rate).apply(parameters, gradients.clone(), state, LENGTH);
        }

        void assertNothingElseChanged() {
            for (float[] vector : state) {
                for (int i = LENGTH; i < vector.length; i++) {
                    assertThat(vector[i]).isEqualTo(optimiser.initialState());
                }
            }
        }
    }
}
