package dev.diabolo.metrics;

/**
 * The density that a Gaussian window around each sample gives: an estimate of the likelihood of models that can only be drawn from.
 *
 * <p><b>Formula:</b> {@code log p(x) = log 1/n sum_i N(x; x_i, w^2 I)}, in nats, with n samples x_i and the width w.
 *
 * <p><b>Source:</b> Parzen 1962; of generative models, Breuleux, Bengio and Vincent 2011, and Goodfellow et al. 2014, section 5, whose
 * program chooses the width among ten from 0.1 to 1 on 1,000 validation examples; here the steps are finer, and begin at 0.01. Theis,
 * van den Oord and Bethge 2016 show what it does not tell: it prefers blurred samples, and needs far more of them than anyone draws.
 *
 * <p>Immutable, and safe for any number of threads. The same bits for any number of threads.
 */
public final class ParzenWindow {
    private static final double LEAST_WIDTH = 0.01;
    private static final int WIDTHS = 41;
    private static final int WIDTHS_PER_DECADE = 20;
    /** Kernels by this many nats below the greatest do not change a sum in double precision, even ten million of them. */
    private static final double NEGLIGIBLE = 52;

    private final SquaredDistances samples;
    private final int dimensions;

    /**
     * @param samples at least one, all of one length
     */
    public ParzenWindow(RowProducts products, float[][] samples) {
        this.samples = new SquaredDistances(products, samples);
        this.dimensions = samples[0].length;
    }

    /** The widths to choose from: from 0.01 to 1, twenty for each factor of ten. */
    public static double[] widths() {
        double[] widths = new double[WIDTHS];
        for (int i = 0; i < WIDTHS; i++) {
            widths[i] = LEAST_WIDTH * Math.pow(10, (double) i / WIDTHS_PER_DECADE);
        }
        return widths;
    }

    /** The width among {@link #widths()} under which examples are likeliest in the mean. */
    public double chooseWidth(float[][] validation) {
        double[] widths = widths();
        double[][] all = logDensities(validation, widths);
        double best = widths[0];
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < widths.length; i++) {
            double mean = new Mean(all[i]).value();
            if (mean > highest) {
                highest = mean;
                best = widths[i];
            }
        }
        return best;
    }

    /** The logarithm of the density of each example, in nats. */
    public double[] logDensities(float[][] examples, double width) {
        return logDensities(examples, new double[] {width})[0];
    }

    private double[][] logDensities(float[][] examples, double[] widths) {
        double[][] densities = new double[widths.length][examples.length];
        samples.from(examples, (row, distances, offset) -> {
            float least = least(distances, offset);
            for (int i = 0; i < widths.length; i++) {
                densities[i][row] = logDensity(distances, offset, least, widths[i]);
            }
        });
        return densities;
    }

    private float least(float[] distances, int offset) {
        float least = distances[offset];
        for (int i = 1; i < samples.size(); i++) {
            least = Math.min(least, distances[offset + i]);
        }
        return least;
    }

    private double logDensity(float[] distances, int offset, float least, double width) {
        double precision = 1 / (2 * width * width);
        float limit = (float) (least + NEGLIGIBLE / precision);
        double sum = 0;
        for (int i = 0; i < samples.size(); i++) {
            float distance = distances[offset + i];
            if (distance <= limit) {
                sum += Math.exp(precision * (least - distance));
            }
        }
        return Math.log(sum / samples.size())
                - precision * least
                - dimensions / 2.0 * Math.log(2 * Math.PI * width * width);
    }
}
