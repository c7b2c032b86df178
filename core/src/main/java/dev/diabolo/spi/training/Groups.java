package dev.diabolo.spi.training;

/** The parameter groups of models, besides those that losses declare. */
public final class Groups {
    /** The encoder's and the posterior's parameters. */
    public static final String ENCODER = "encoder";

    /** The decoder's and the likelihood's parameters. */
    public static final String DECODER = "decoder";

    /** The prior's parameters; only where a prior learns. */
    public static final String PRIOR = "prior";

    private Groups() {}
}
