package dev.diabolo.spi.graph;

/** The usual distributions of first weights, by the numbers of connections into and out of a unit. */
public enum WeightInitialisation {
    /** Uniform within sqrt(6 / (in + out)); Keras' default. Source: Glorot and Bengio 2010, equation 16. */
    GLOROT_UNIFORM,
    /** Normal with variance 2 / (in + out). Source: Glorot and Bengio 2010, equation 12. */
    GLOROT_NORMAL,
    /** Uniform within sqrt(6 / in), for rectifiers. Source: He et al. 2015, equation 10. */
    HE_UNIFORM,
    /** Normal with variance 2 / in, for rectifiers. Source: He et al. 2015, equation 10. */
    HE_NORMAL,
    /** Normal with variance 1 / in, for self-normalising networks. Source: LeCun et al. 1998, section 4.6. */
    LECUN_NORMAL,
    /** Uniform within sqrt(1 / in): what PyTorch's linear and convolutional layers begin with. Source: LeCun et al. 1998, section 4.6. */
    TORCH_UNIFORM;

    /**
     * The distribution for one weight matrix or kernel.
     *
     * @param fanIn connections into a unit, at least 1
     * @param fanOut connections out of a unit, at least 1
     */
    public Initialiser initialiser(long fanIn, long fanOut) {
        return switch (this) {
            case GLOROT_UNIFORM -> uniform(Math.sqrt(6.0 / (fanIn + fanOut)));
            case GLOROT_NORMAL -> new Initialiser.Normal(0, Math.sqrt(2.0 / (fanIn + fanOut)));
            case HE_UNIFORM -> uniform(Math.sqrt(6.0 / fanIn));
            case HE_NORMAL -> new Initialiser.Normal(0, Math.sqrt(2.0 / fanIn));
            case LECUN_NORMAL -> new Initialiser.Normal(0, Math.sqrt(1.0 / fanIn));
            case TORCH_UNIFORM -> uniform(Math.sqrt(1.0 / fanIn));
        };
    }

    private static Initialiser uniform(double limit) {
        return new Initialiser.Uniform(-limit, limit);
    }
}
