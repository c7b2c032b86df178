package dev.diabolo.spi.training;

/** The parameter groups that every model has. */
public final class Groups {
    /** The encoder's and the posterior's parameters. */
    public static final String ENCODER = "encoder";

    /** The decoder's and the likelihood's parameters. */
    public static final String DECODER = "decoder";

    private Groups() {}
}
