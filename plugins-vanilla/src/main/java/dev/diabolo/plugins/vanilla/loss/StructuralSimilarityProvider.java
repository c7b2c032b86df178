package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.SpiVersion;

/**
 * One minus the mean structural similarity of images: compares means, contrasts and structure in a window that moves over
 * the image.
 *
 * <p><b>Shapes:</b> images {@code [channels, height, width]} or {@code [height, width]}; one value for each example, {@code [batch]}.
 *
 * <p><b>Units:</b> none; 0 for the same image, at most 2.
 *
 * <p><b>Formula:</b> {@code 1 - mean of (2 m_x m_y + C1) (2 s_xy + C2) / ((m_x^2 + m_y^2 + C1) (s_x^2 + s_y^2 + C2))} over channels
 * and all places where the window lies within the image; m, s^2 and s_xy are means, variances and covariances under a Gaussian
 * window, {@code C1 = (0.01 L)^2}, {@code C2 = (0.03 L)^2}, and L = 1 is the range of the data.
 *
 * <p><b>Errors:</b> refused (USER) for data without height and width, and for values outside [0, 1].
 *
 * <p><b>Source:</b> Wang, Bovik, Sheikh and Simoncelli 2004, equation 13; window of 11 x 11 and deviation 1.5 as in section III-B.
 * Unlike there, images smaller than the window are compared under a window of their own height or width.
 */
public final class StructuralSimilarityProvider implements LossProvider<StructuralSimilarityOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vanilla", "ssim");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<StructuralSimilarityOptions> optionsType() {
        return StructuralSimilarityOptions.class;
    }

    @Override
    public String summary() {
        return "one minus the mean structural similarity of images in [0, 1]";
    }

    @Override
    public Loss create(StructuralSimilarityOptions options) {
        return new StructuralSimilarity(options);
    }
}
