package dev.diabolo.spi.data;

/**
 * How bright red, green and blue look, of values as they are stored, gamma and all. The three add up to 1.
 *
 * <p><b>Source:</b> Recommendation ITU-R BT.601-7, section 2.5.1.
 */
public final class Luminance {
    /** The share of red. */
    public static final double RED = 0.299;

    /** The share of green. */
    public static final double GREEN = 0.587;

    /** The share of blue. */
    public static final double BLUE = 0.114;

    private Luminance() {}
}
