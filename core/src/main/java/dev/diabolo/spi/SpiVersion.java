package dev.diabolo.spi;

/** The version of this contract. */
public final class SpiVersion {
    /** Frozen into a plugin's class file when it is compiled: that is how the host knows what it was written for. */
    public static final int CURRENT = 1;

    private SpiVersion() {}
}
