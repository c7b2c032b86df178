package dev.diabolo;

import dev.diabolo.metrics.QualityMeter;
import dev.diabolo.metrics.StructuralSimilarity;
import dev.diabolo.spi.graph.TensorSpec;
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
    /** Whether it has a structural similarity for data of a shape; else it says nothing that an evaluation does not. */
    public static boolean comparesImages(TensorSpec spec) {
        return StructuralSimilarity.applies(spec);
    }

    static QualityReport of(QualityMeter meter) {
        return new QualityReport(meter.count(), meter.meanSquaredError(), meter.psnr(), meter.structuralSimilarity());
    }
}
