package dev.diabolo.plugins.vanilla.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.Training;
import dev.diabolo.spi.data.Dataset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What the regularisers do to MNIST: trained on the 60,000 (of which the run holds out some), measured on the 10,000. Takes
 * about a quarter of an hour, and is therefore asked for with {@code -Ddiabolo.measure=true}; {@code docs/reproduction.md} has the
 * command and the figures.
 */
@EnabledIfSystemProperty(
        named = "diabolo.measure",
        matches = "true",
        disabledReason = "a measurement; ask for it with -Ddiabolo.measure=true")
class RegularisersOnMnistTest {
    private static final Path EXAMPLES = Path.of("../examples");

    /** Scaled values per grey level. */
    private static final float GREY = 1 / 255f;

    private static Path directory;

    @BeforeAll
    static void findData() {
        directory = Mnist.directory();
    }

    /** A model that was trained by an example's settings, and the test images. */
    private record Trained(Autoencoder model, Mnist train, Mnist test, double mse) {}

    private interface Measurement {
        void on(Trained trained);
    }

    /** @param changes settings over those of the example */
    private static void with(String example, Map<String, ?> changes, Measurement measurement) {
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Dataset data = diabolo.data(directory.toString());
            Training training = diabolo.training(example).configuration(EXAMPLES.resolve("mnist-" + example + ".yaml"));
            changes.forEach(training::set);
            Autoencoder model = training.train(data);
            double mse = model.evaluate(data.testOrTrain()).mse();
            measurement.on(new Trained(model, Mnist.of(data.train()), Mnist.of(data.testOrTrain()), mse));
        }
    }

    private static void report(String what, double value) {
        System.out.println(String.format(Locale.ROOT, "measured: %s %.5f", what, value));
    }

    @Test
    void logisticRegressionOnSparseFeaturesIsRightAndOnThoseOfAnUntrainedNetworkMuchLess() {
        double[] errors = new double[2];
        with("k-sparse", Map.of(), trained -> errors[0] = classificationError(trained));
        with(
                "k-sparse",
                Map.of("learning-rate", 1e-12, "epochs", 1),
                untrained -> errors[1] = classificationError(untrained));
        report("k-sparse, logistic regression on the code, test error", errors[0]);
        report("the same with an untrained network", errors[1]);

        assertThat(errors[0]).isLessThanOrEqualTo(0.02);
        assertThat(errors[1]).isGreaterThan(2 * errors[0]);
    }

    private static double classificationError(Trained trained) {
        float[][] features = trained.model().encode(trained.train().images());
        SoftmaxRegression regression =
                SoftmaxRegression.fit(features, trained.train().labels(), Mnist.CLASSES, DECAY, 30, 1);
        return regression.error(
                trained.model().encode(trained.test().images()), trained.test().labels());
    }

    /** The best of 1e-4, 1e-3 and 4e-3 on 10,000 of the training images, with the others to fit. */
    private static final double DECAY = 1e-3;

    @Test
    void aContractiveCodeChangesLessWithTheData() {
        double[] norms = new double[2];
        double[] errors = new double[2];
        with("contractive", Map.of("loss.contractive.weight", 0), plain -> {
            norms[0] = squaredJacobianNorm(plain);
            errors[0] = plain.mse();
        });
        with("contractive", Map.of(), contractive -> {
            norms[1] = squaredJacobianNorm(contractive);
            errors[1] = contractive.mse();
        });
        report("plain autoencoder, mean squared Jacobian norm", norms[0]);
        report("contractive autoencoder, mean squared Jacobian norm", norms[1]);
        report("plain autoencoder, test MSE", errors[0]);
        report("contractive autoencoder, test MSE", errors[1]);

        assertThat(norms[1]).isLessThanOrEqualTo(0.5 * norms[0]);
        assertThat(errors[1]).isLessThanOrEqualTo(1.3 * errors[0]);
    }

    /** By central differences along one random direction for each test image, through what users call. */
    private static double squaredJacobianNorm(Trained trained) {
        SplittableRandom random = new SplittableRandom(1);
        float step = 0.01f;
        float[][] images = trained.test().images();
        float[][] forth = new float[images.length][];
        float[][] back = new float[images.length][];
        for (int i = 0; i < images.length; i++) {
            forth[i] = images[i].clone();
            back[i] = images[i].clone();
            for (int j = 0; j < images[i].length; j++) {
                float offset = (float) random.nextGaussian() * step / GREY;
                forth[i][j] += offset;
                back[i][j] -= offset;
            }
        }
        float[][] after = trained.model().encode(forth);
        float[][] before = trained.model().encode(back);
        double sum = 0;
        for (int i = 0; i < after.length; i++) {
            for (int j = 0; j < after[i].length; j++) {
                double slope = (after[i][j] - before[i][j]) / (2 * step);
                sum += slope * slope;
            }
        }
        return sum / after.length;
    }

    @Test
    void absoluteValuesMakeMostOfACodeZero() {
        double[] silent = new double[2];
        double[] errors = new double[2];
        with("sparse-l1", Map.of("loss.code.l1", 0), plain -> {
            silent[0] = silentShare(plain);
            errors[0] = plain.mse();
        });
        with("sparse-l1", Map.of(), sparse -> {
            silent[1] = silentShare(sparse);
            errors[1] = sparse.mse();
            report("with L1, root mean square of the code", rootMeanSquare(sparse));
        });
        report("without L1, share of the code under 1e-3", silent[0]);
        report("with L1, share of the code under 1e-3", silent[1]);
        report("without L1, test MSE", errors[0]);
        report("with L1, test MSE", errors[1]);

        assertThat(silent[1]).isGreaterThanOrEqualTo(0.6);
        assertThat(errors[1]).isLessThanOrEqualTo(1.3 * errors[0]);
    }

    private static double silentShare(Trained trained) {
        return Arrays.stream(trained.model().encode(trained.test().images()))
                .mapToDouble(code -> {
                    int silent = 0;
                    for (float value : code) {
                        silent += Math.abs(value) < 1e-3 ? 1 : 0;
                    }
                    return (double) silent / code.length;
                })
                .average()
                .orElseThrow();
    }

    private static double rootMeanSquare(Trained trained) {
        double squares = Arrays.stream(trained.model().encode(trained.test().images()))
                .mapToDouble(code -> {
                    double sum = 0;
                    for (float value : code) {
                        sum += value * value;
                    }
                    return sum / code.length;
                })
                .average()
                .orElseThrow();
        return Math.sqrt(squares);
    }

    @Test
    void meanActivationsComeNearTheirTarget() {
        double rho = 0.05;
        double[] mean = new double[1];
        with("sparse-kl", Map.of("loss.code.rho", rho), trained -> {
            mean[0] = Arrays.stream(trained.model().encode(trained.test().images()))
                    .mapToDouble(code -> {
                        double sum = 0;
                        for (float value : code) {
                            sum += value;
                        }
                        return sum / code.length;
                    })
                    .average()
                    .orElseThrow();
            report("with sparsity of mean activations, test MSE", trained.mse());
        });
        report("mean activation for a target of 0.05", mean[0]);

        assertThat(mean[0]).isBetween(0.8 * rho, 1.2 * rho);
    }
}
