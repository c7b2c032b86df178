package dev.diabolo.spi.exchange;

/**
 * One linear map for all values: {@code factor x + shift}.
 *
 * @param factor finite, not 0
 * @param shift finite
 */
public record LinearMap(double factor, double shift) {
    /** Leaves values as they are. */
    public static final LinearMap IDENTITY = new LinearMap(1, 0);

    /** Whether it leaves values as they are. */
    public boolean isIdentity() {
        return factor == 1 && shift == 0;
    }
}
