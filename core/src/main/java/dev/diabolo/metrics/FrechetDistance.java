package dev.diabolo.metrics;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * The squared Frechet distance of two normal distributions that have the means and covariances of two sets of features.
 *
 * <p><b>Formula:</b> {@code |m1 - m2|^2 + tr(C1 + C2 - 2 (C1^1/2 C2 C1^1/2)^1/2)}; covariances divided by {@code n - 1}, roots by
 * symmetric eigendecomposition, in double precision. Finite sets make it greater, the more the fewer they are: only figures of as
 * many features of the same kind can be compared.
 *
 * <p><b>Source:</b> Dowson and Landau 1982; of generated samples, Heusel et al. 2017, whose FID takes features of a certain network
 * that was trained on ImageNet. Figures of other features are no FID.
 */
public final class FrechetDistance {
    private FrechetDistance() {}

    /**
     * Of two sets of features.
     *
     * @param one at least two, all of one length
     * @param other likewise, of the same length
     */
    public static double between(float[][] one, float[][] other) {
        Covariance first = Covariance.of(new FeatureRows(one));
        Covariance second = Covariance.of(new FeatureRows(other));
        double distance = 0;
        for (int i = 0; i < first.mean().length; i++) {
            double difference = first.mean()[i] - second.mean()[i];
            distance += difference * difference;
        }
        DMatrixRMaj c1 = unbiased(first, one.length);
        DMatrixRMaj c2 = unbiased(second, other.length);
        DMatrixRMaj root = root(c1);
        DMatrixRMaj half = new DMatrixRMaj(c1.numRows, c1.numCols);
        DMatrixRMaj product = new DMatrixRMaj(c1.numRows, c1.numCols);
        CommonOps_DDRM.mult(root, c2, half);
        CommonOps_DDRM.mult(half, root, product);
        double roots = 0;
        for (double value : eigen(product).values()) {
            roots += Math.sqrt(value);
        }
        // What is left of equal distributions is rounding, to either side.
        return Math.max(0, distance + CommonOps_DDRM.trace(c1) + CommonOps_DDRM.trace(c2) - 2 * roots);
    }

    private static DMatrixRMaj unbiased(Covariance covariance, int count) {
        DMatrixRMaj matrix = new DMatrixRMaj(covariance.matrix());
        CommonOps_DDRM.scale(count / (count - 1.0), matrix);
        return matrix;
    }

    /** @param values not below 0: what a covariance has below is rounding */
    private record Eigen(double[] values, DMatrixRMaj[] vectors) {}

    private static Eigen eigen(DMatrixRMaj matrix) {
        DMatrixRMaj symmetric = matrix.copy();
        for (int i = 0; i < matrix.numRows; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (matrix.get(i, j) + matrix.get(j, i)) / 2;
                symmetric.set(i, j, mean);
                symmetric.set(j, i, mean);
            }
        }
        EigenDecomposition_F64<DMatrixRMaj> found = DecompositionFactory_DDRM.eig(matrix.numRows, true, true);
        if (!found.decompose(symmetric)) {
            throw new IllegalStateException("the eigenvectors of a symmetric matrix were not found");
        }
        double[] values = new double[matrix.numRows];
        DMatrixRMaj[] vectors = new DMatrixRMaj[values.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, found.getEigenvalue(i).getReal());
            vectors[i] = found.getEigenVector(i);
        }
        return new Eigen(values, vectors);
    }

    private static DMatrixRMaj root(DMatrixRMaj matrix) {
        Eigen eigen = eigen(matrix);
        DMatrixRMaj root = new DMatrixRMaj(matrix.numRows, matrix.numCols);
        for (int i = 0; i < eigen.values().length; i++) {
            DMatrixRMaj vector = eigen.vectors()[i];
            CommonOps_DDRM.multAddTransB(Math.sqrt(eigen.values()[i]), vector, vector, root);
        }
        return root;
    }

    private record FeatureRows(float[][] rows) implements Examples {
        @Override
        public TensorSpec spec() {
            return TensorSpec.of(rows[0].length);
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public void read(int index, float[] target, int offset) {
            System.arraycopy(rows[index], 0, target, offset, rows[index].length);
        }
    }
}
