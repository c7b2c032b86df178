package dev.diabolo;

import dev.diabolo.metrics.Psnr;

/**
 * How well a model restores what a corruption did to examples. Errors are against the examples as they were, in the model's
 * units, after scaling.
 *
 * @param examples how many there were
 * @param corruptedMse mean squared error per value of the corrupted examples
 * @param restoredMse mean squared error per value of their reconstructions
 */
public record Restoration(long examples, double corruptedMse, double restoredMse) {
    /** Peak signal-to-noise ratio of the corrupted examples for a peak of 1, in decibel. */
    public double corruptedPsnr() {
        return Psnr.of(corruptedMse, 1);
    }

    /** Peak signal-to-noise ratio of the reconstructions, likewise. */
    public double restoredPsnr() {
        return Psnr.of(restoredMse, 1);
    }

    /** By how many decibel the reconstructions are nearer to the examples than the corrupted ones are. */
    public double gain() {
        return restoredPsnr() - corruptedPsnr();
    }
}
