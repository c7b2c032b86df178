package dev.diabolo.metrics;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Principal component analysis: the best linear autoencoder there is, and so what any other has to beat.
 *
 * <p><b>Formula:</b> {@code x_hat = m + V V^T (x - m)}, with the mean m and the eigenvectors V of the covariance that belong to its
 * largest eigenvalues. Exact, in double precision.
 *
 * <p><b>Source:</b> Pearson 1901; Baldi and Hornik, Neural networks and principal component analysis, Neural Networks 2, 1989.
 *
 * <p>Immutable, and safe for any number of threads.
 */
public final class PrincipalComponents {
    /** Wider data would need more than 128 MiB for the covariance, and minutes for its eigenvectors. */
    public static final int MOST_VALUES = 4096;

    private final double[] mean;
    private final double[][] components;

    private PrincipalComponents(double[] mean, double[][] components) {
        this.mean = mean;
        this.components = components;
    }

    /**
     * The components of examples.
     *
     * @param examples of at most {@link #MOST_VALUES} values each
     * @param count of components, at least 1; those beyond the width of the data are none
     * @throws DiaboloException (USER) for wider data
     */
    public static PrincipalComponents fit(Examples examples, int count) {
        int width = examples.spec().size();
        if (width > MOST_VALUES) {
            throw DiaboloException.user(
                    "baseline.too-wide",
                    Problem.of("principal components of " + width + " values take too long")
                            .allowed("data of at most " + MOST_VALUES + " values")
                            .remedy("leave out the baseline"));
        }
        Covariance covariance = Covariance.of(examples);
        EigenDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.eig(width, true, true);
        if (!decomposition.decompose(new DMatrixRMaj(covariance.matrix()))) {
            throw new IllegalStateException("the eigenvectors of a symmetric matrix were not found");
        }
        double[][] components = IntStream.range(0, width)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> -decomposition.getEigenvalue(i).getReal()))
                .limit(count)
                .map(i -> decomposition.getEigenVector(i).getData().clone())
                .toArray(double[][]::new);
        return new PrincipalComponents(covariance.mean(), components);
    }

    /** How many components there are. */
    public int count() {
        return components.length;
    }

    /**
     * The squared error of examples seen through the components: summed over values, averaged over examples.
     *
     * @param examples of the width that the components were fitted on
     */
    public double squaredError(Examples examples) {
        double sum = 0;
        float[] row = new float[mean.length];
        double[] rest = new double[mean.length];
        for (int i = 0; i < examples.size(); i++) {
            examples.read(i, row, 0);
            for (int j = 0; j < mean.length; j++) {
                rest[j] = row[j] - mean[j];
            }
            sum += squaredError(rest);
        }
        return sum / examples.size();
    }

    /** What is left when each component is taken out; they are orthogonal, so one after the other. */
    private double squaredError(double[] rest) {
        for (double[] component : components) {
            double score = 0;
            for (int j = 0; j < rest.length; j++) {
                score += component[j] * rest[j];
            }
            for (int j = 0; j < rest.length; j++) {
                rest[j] -= score * component[j];
            }
        }
        double sum = 0;
        for (double value : rest) {
            sum += value * value;
        }
        return sum;
    }
}
