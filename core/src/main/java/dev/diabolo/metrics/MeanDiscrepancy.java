package dev.diabolo.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The squared maximum mean discrepancy of codes from a distribution that can be drawn from, and how large it is by chance.
 *
 * <p><b>Formula:</b> the unbiased estimate {@code 1/(n (n - 1)) sum_(i != j) (k(x_i, x_j) + k(y_i, y_j)) - 2/n^2 sum_ij k(x_i, y_j)}, which may
 * be below 0, with {@code k(x, y) = sum_s exp(-|x - y|^2 / (s m))}: m is the median of the squared distances of two draws, and the
 * scales s are 0.1, 0.2, 0.5, 1, 2, 5 and 10. For a standard normal prior m is about twice the dimensions, and this is the kernel
 * {@code rbf} of the losses {@code vae.wae-mmd} and {@code vae.info}.
 *
 * <p><b>Threshold:</b> draws are parted in two at random, 500 times; the discrepancy of the halves exceeds the threshold in 5 of
 * 100. Codes with the wanted distribution do so as often.
 *
 * <p><b>Source:</b> Gretton et al., A kernel two-sample test, JMLR 13, 2012, equation 3 and section 5; scales: Tolstikhin et al. 2018.
 */
public final class MeanDiscrepancy {
    private static final double[] SCALES = {0.1, 0.2, 0.5, 1, 2, 5, 10};
    private static final int PARTITIONS = 500;
    private static final double LEVEL = 0.95;
    /** Draws between which distances are looked at for their median. */
    private static final int MEDIAN_OF = 1000;

    private final RowProducts products;
    private final float[][] draws;
    private final double median;

    /**
     * @param draws of the distribution; the first half is what codes are compared with
     */
    public MeanDiscrepancy(RowProducts products, float[][] draws) {
        this.products = products;
        this.draws = draws;
        this.median = median(products, Arrays.copyOf(draws, Math.min(MEDIAN_OF, draws.length)));
    }

    /** The median of the squared distances; where most draws are equal, as codes of few categories may be, the mean of them. */
    private static double median(RowProducts products, float[][] some) {
        float[] all = new float[some.length * (some.length - 1) / 2];
        new SquaredDistances(products, some).from(some, (row, distances, offset) -> {
            System.arraycopy(distances, offset, all, row * (row - 1) / 2, row);
        });
        Arrays.sort(all);
        double middle = all[all.length / 2];
        if (middle > 0) {
            return middle;
        }
        double sum = 0;
        for (float distance : all) {
            sum += distance;
        }
        return sum > 0 ? sum / all.length : 1;
    }

    /**
     * The discrepancy of codes from the first half of the draws.
     *
     * @param codes at least two; as many as half of the draws
     */
    public double squared(float[][] codes) {
        int n = codes.length;
        float[][] other = Arrays.copyOf(draws, draws.length / 2);
        if (other.length != n) {
            throw new IllegalArgumentException(n + " codes are compared with " + other.length + " draws");
        }
        double within = sum(codes, codes) + sum(other, other) - 2.0 * n * SCALES.length;
        return within / (n * (n - 1.0)) - 2 * sum(codes, other) / ((double) n * n);
    }

    private double sum(float[][] left, float[][] right) {
        double[] sums = new double[left.length];
        new SquaredDistances(products, right).from(left, (row, distances, offset) -> {
            boolean same = left == right;
            for (int i = 0; i < right.length; i++) {
                // A row's distance to itself is 0, but for rounding.
                sums[row] += same && i == row ? SCALES.length : kernel(distances[offset + i]);
            }
        });
        return Arrays.stream(sums).sum();
    }

    private double kernel(double distance) {
        double sum = 0;
        for (double scale : SCALES) {
            sum += Math.exp(-distance / (scale * median));
        }
        return sum;
    }

    /**
     * What the discrepancy of draws from draws exceeds in 5 of 100.
     *
     * @param seed of the partitions
     */
    public double threshold(long seed) {
        int size = draws.length / 2 * 2;
        float[][] all = Arrays.copyOf(draws, size);
        float[] kernels = new float[size * size];
        new SquaredDistances(products, all).from(all, (row, distances, offset) -> {
            for (int i = 0; i < size; i++) {
                kernels[row * size + i] = (float) (i == row ? SCALES.length : kernel(distances[offset + i]));
            }
        });
        double total = total(kernels, size);
        float[] signs = signs(size, new SplittableRandom(seed));
        float[] weighted = new float[PARTITIONS * size];
        products.with(kernels, size, size).multiply(signs, PARTITIONS, weighted);
        double[] found = IntStream.range(0, PARTITIONS)
                .mapToDouble(partition -> ofPartition(partition, signs, weighted, total, size))
                .sorted()
                .toArray();
        return found[(int) Math.ceil(LEVEL * PARTITIONS) - 1];
    }

    private static double total(float[] kernels, int size) {
        return IntStream.range(0, size)
                .parallel()
                .mapToDouble(row -> {
                    double sum = 0;
                    for (int i = 0; i < size; i++) {
                        sum += kernels[row * size + i];
                    }
                    return sum;
                })
                .boxed()
                .toList()
                .stream()
                .mapToDouble(sum -> sum)
                .sum();
    }

    /** Half of the draws get 1, the others -1, for each partition. */
    private static float[] signs(int size, SplittableRandom random) {
        float[] signs = new float[PARTITIONS * size];
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int first = partition * size;
            for (int i = 0; i < size; i++) {
                int place = random.nextInt(i + 1);
                signs[first + i] = signs[first + place];
                signs[first + place] = i % 2 == 0 ? 1 : -1;
            }
        }
        return signs;
    }

    /** With signs s, s K s is the sum of kernels within the halves less that between them. */
    private static double ofPartition(int partition, float[] signs, float[] weighted, double total, int size) {
        double difference = 0;
        for (int i = partition * size; i < (partition + 1) * size; i++) {
            difference += (double) signs[i] * weighted[i];
        }
        double n = size / 2.0;
        double within = (total + difference) / 2 - size * SCALES.length;
        double between = (total - difference) / 2;
        return within / (n * (n - 1)) - between / (n * n);
    }
}
