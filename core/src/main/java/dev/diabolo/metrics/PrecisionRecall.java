package dev.diabolo.metrics;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many samples lie among the data, and how much of the data lies among the samples.
 *
 * <p><b>Formula:</b> a set's manifold is the union of balls around its features, each as large as the distance to the k-th nearest
 * of the others. Precision is the share of samples within the data's manifold, recall the share of data within that of the samples.
 *
 * <p><b>Source:</b> Kynkaanniemi et al., Improved precision and recall metric for assessing generative models, NeurIPS 2019, section 2, with their
 * k = 3. They take features of VGG-16; both depend on the features and on how many there are.
 *
 * @param precision from 0 to 1
 * @param recall from 0 to 1
 */
public record PrecisionRecall(double precision, double recall) {
    /** The neighbour that a ball reaches to. */
    public static final int NEIGHBOUR = 3;

    /**
     * Of two sets of features.
     *
     * @param data more than {@link #NEIGHBOUR}, all of one length
     * @param samples likewise, of the same length
     */
    public static PrecisionRecall of(RowProducts products, float[][] data, float[][] samples) {
        return new PrecisionRecall(share(products, data, samples), share(products, samples, data));
    }

    /** The share of queries within the manifold. */
    private static double share(RowProducts products, float[][] manifold, float[][] queries) {
        SquaredDistances distances = new SquaredDistances(products, manifold);
        float[] radii = new float[manifold.length];
        distances.from(manifold, (row, found, offset) -> radii[row] = radius(found, offset, manifold.length, row));
        boolean[] within = new boolean[queries.length];
        distances.from(queries, (row, found, offset) -> {
            for (int i = 0; i < radii.length && !within[row]; i++) {
                within[row] = found[offset + i] <= radii[i];
            }
        });
        long count = IntStream.range(0, within.length).filter(i -> within[i]).count();
        return (double) count / queries.length;
    }

    /** The squared distance to the k-th nearest of the others. */
    private static float radius(float[] distances, int offset, int count, int own) {
        float[] nearest = new float[NEIGHBOUR];
        Arrays.fill(nearest, Float.POSITIVE_INFINITY);
        for (int i = 0; i < count; i++) {
            float distance = distances[offset + i];
            if (i == own || distance >= nearest[NEIGHBOUR - 1]) {
                continue;
            }
            int place = NEIGHBOUR - 1;
            while (place > 0 && nearest[place - 1] > distance) {
                nearest[place] = nearest[place - 1];
                place--;
            }
            nearest[place] = distance;
        }
        return nearest[NEIGHBOUR - 1];
    }
}
