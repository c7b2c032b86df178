package dev.diabolo.spi;

/** The values that a distribution is defined for. */
public enum Support {
    /** Every number. */
    ANY,
    /** From 0 to 1, both included. */
    UNIT_INTERVAL,
    /** Whole numbers from 0 on. */
    COUNTS;

    /** Whether a value is one of these. */
    public boolean contains(float value) {
        return switch (this) {
            case ANY -> true;
            case UNIT_INTERVAL -> value >= 0 && value <= 1;
            case COUNTS -> value >= 0 && value == Math.rint(value);
        };
    }
}
