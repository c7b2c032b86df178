package dev.diabolo;

import dev.diabolo.metrics.QualityMeter;
import java.util.OptionalDouble;

/**
 * How much examples are like what came back of them. In the model's units, after scaling, where the peak is 1.
 *
 * @param examples how many were compared
 * @param mse mean squared error per value
 * @param psnr peak signal-to-noise ratio of that error, in decibel
 * @param ssim mean structural similarity, Wang et al. 2004; empty where the data are no images of at least 11 by 11
 */
public record QualityReport(long examples, double mse, double psnr, OptionalDouble ssim) {
    static QualityReport of(QualityMeter meter) {
        return new QualityReport(meter.count(), meter.meanSquaredError(), meter.psnr(), meter.structuralSimilarity());
    }
}
