package dev.diabolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class ClassifierTest {
    private static Diabolo diabolo;
    private static Examples test;
    private static Classifier classifier;

    @BeforeAll
    static void train() {
        diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
        Dataset digits = diabolo.data("digits:1500+300");
        test = digits.test().orElseThrow();
        classifier = diabolo.classifier(digits.train(), 1);
    }

    @AfterAll
    static void close() {
        classifier.close();
        diabolo.close();
    }

    private static float[][] rows(Examples examples) {
        float[][] rows = new float[examples.size()][examples.spec().size()];
        for (int i = 0; i < rows.length; i++) {
            examples.read(i, rows[i], 0);
        }
        return rows;
    }

    @Test
    void digitsAreToldApart() {
        assertThat(classifier.labels()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(classifier.accuracy()).isGreaterThan(0.9);
        assertThat(classifier.accuracy(test)).isGreaterThan(0.9);
    }

    @Test
    void rowsAreRecognisedAsWhatTheyAreMeantToBe() {
        float[][] rows = rows(test);
        int[] labels = IntStream.range(0, rows.length).map(test::label).toArray();
        int[] others = IntStream.of(labels).map(label -> (label + 1) % 10).toArray();

        assertThat(classifier.recognised(rows, labels)).isEqualTo(classifier.accuracy(test));
        assertThat(classifier.recognised(rows, others)).isLessThan(0.1);
        assertThat(classifier.classify(rows)).hasSameSizeAs(rows);
        assertThatThrownBy(() -> classifier.recognised(rows, new int[1])).hasMessageContaining("1 labels");
    }

    @Test
    void probabilitiesAddUpToOne() {
        for (float[] of : classifier.probabilities(rows(test))) {
            double sum = 0;
            for (float probability : of) {
                sum += probability;
            }
            assertThat(sum).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void examplesWhoseLabelIsNotKnownAreLeftOut() {
        float[][] rows = new float[300][2];
        int[] labels = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = i % 3 - 1;
            rows[i] = new float[] {i % 3, i % 7};
        }
        Examples examples = diabolo.data(rows, labels).train();
        try (Classifier found = diabolo.classifier(examples, 1, 1)) {
            assertThat(found.labels()).containsExactly(0, 1);
            assertThat(found.accuracy(examples)).isEqualTo(1);
        }
    }

    @Test
    void dataThatCannotBeLearntFromAreRefused() {
        assertRefused(() -> diabolo.classifier(diabolo.data("random:100x5").train(), 1), "labels");
        assertRefused(() -> diabolo.classifier(diabolo.data("digits:50+10").train(), 1), "50 examples of 10 classes");
        assertRefused(() -> classifier.probabilities(new float[][] {{1, 2}}), "2 values in a row");
    }

    private static void assertRefused(Runnable call, String message) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER))
                .hasMessageContaining(message);
    }

    @Test
    void fewExamplesAreSeenOftenAndManyAtLeastFourTimes() {
        assertThat(Classifier.Course.of(500)).isEqualTo(new Classifier.Course(100, 32));
        assertThat(Classifier.Course.of(10_000)).isEqualTo(new Classifier.Course(32, 128));
        assertThat(Classifier.Course.of(1_000_000)).isEqualTo(new Classifier.Course(4, 128));
    }

    /** Some 20 seconds on two cores. */
    @Test
    @EnabledIfSystemProperty(
            named = "diabolo.measure",
            matches = "true",
            disabledReason = "a measurement; ask for it with -Ddiabolo.measure=true")
    void ofTenThousandImagesOfMnistAtMostTwoHundredAreTakenForOthers() {
        String chosen = System.getProperty("diabolo.test.mnist", System.getenv("DIABOLO_TEST_MNIST"));
        Path mnist =
                chosen != null ? Path.of(chosen) : Path.of("").toAbsolutePath().resolve("../../shared/data/mnist");
        assumeTrue(Files.isDirectory(mnist), "skipped: MNIST is not in " + mnist);
        Dataset data = diabolo.data(mnist.toString());
        long begin = System.nanoTime();
        try (Classifier ofMnist = diabolo.classifier(data.train(), 1)) {
            double seconds = (System.nanoTime() - begin) / 1e9;
            double accuracy = ofMnist.accuracy(data.test().orElseThrow());
            System.out.printf(
                    "classifier on MNIST: %.4f of the test images, %.4f of those held out, %.0f s%n",
                    accuracy, ofMnist.accuracy(), seconds);
            assertThat(accuracy).isGreaterThanOrEqualTo(0.98);
        }
    }
}
