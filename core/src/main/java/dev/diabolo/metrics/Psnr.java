package dev.diabolo.metrics;

/** Peak signal-to-noise ratio, in decibel. */
public final class Psnr {
    private Psnr() {}

    /**
     * Of a mean squared error.
     *
     * <p><b>Formula:</b> {@code 10 log10(peak^2 / mse)}; infinite where the error is 0.
     *
     * @param meanSquaredError over all values of all images, at least 0
     * @param peak the largest value that the data can have, above 0
     */
    public static double of(double meanSquaredError, double peak) {
        return 10 * Math.log10(peak * peak / meanSquaredError);
    }
}
