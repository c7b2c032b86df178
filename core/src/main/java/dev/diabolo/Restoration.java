package dev.diabolo;

import dev.diabolo.metrics.Psnr;

/**
 * How well a model restores what a corruption did to examples. Errors are against the examples as they were, in the model's
 * units, after scaling.
 *
 * @param examples how many there were
 * @param corruptedMse mean squared error per value of the corrupted examples
 * @param reconstructedMse mean squared error per value of their reconstructions, as the model makes them
 * @param restoredMse the same after values of which it is known that they are as they were took their place in the
 *     reconstructions; where there are none such, {@code reconstructedMse}
 * @param completes whether there are such values
 */
public record Restoration(
        long examples, double corruptedMse, double reconstructedMse, double restoredMse, boolean completes) {
    /** Peak signal-to-noise ratio of the corrupted examples for a peak of 1, in decibel. */
    public double corruptedPsnr() {
        return Psnr.of(corruptedMse, 1);
    }

    /** Peak signal-to-noise ratio of the reconstructions, likewise. */
    public double reconstructedPsnr() {
        return Psnr.of(reconstructedMse, 1);
    }

    /** Peak signal-to-noise ratio of what was restored, likewise. */
    public double restoredPsnr() {
        return Psnr.of(restoredMse, 1);
    }

    /** By how many decibel what was restored is nearer to the examples than the corrupted examples are. */
    public double gain() {
        return restoredPsnr() - corruptedPsnr();
    }
}
