package dev.diabolo;

/**
 * What a simpler method reaches with codes of the same size. In the model's units, after scaling.
 *
 * @param name of the method: {@code pca}
 * @param components numbers in a code
 * @param fittedOn how many examples it was fitted on
 * @param examples how many it was measured on
 * @param mse mean squared error per value
 * @param squaredError summed over values, averaged over examples
 * @param psnr for a peak of 1, in decibel
 */
public record BaselineReport(
        String name, int components, long fittedOn, long examples, double mse, double squaredError, double psnr) {}
