package dev.diabolo.spi.training;

/**
 * Keeps gradients from growing too large: applied to the gradient of the whole batch, before weight decay and the
 * optimiser. Norms are Euclidean.
 */
public sealed interface Clipping {
    /** Leaves gradients as they are. */
    Clipping NONE = new None();

    /** Leaves gradients as they are. */
    record None() implements Clipping {}

    /**
     * Each number on its own, to {@code [-limit, limit]}. Changes the gradient's direction.
     *
     * @param limit above 0
     */
    record ByValue(double limit) implements Clipping {
        public ByValue {
            requirePositive(limit);
        }
    }

    /**
     * Each parameter array on its own: {@code g <- g limit / max(limit, |g|)}.
     *
     * @param limit above 0
     */
    record ByNorm(double limit) implements Clipping {
        public ByNorm {
            requirePositive(limit);
        }
    }

    /**
     * All parameters of the phase together: {@code g <- g limit / max(limit, |g|)}. Keeps the gradient's direction.
     * <b>Source:</b> Pascanu et al. 2013, algorithm 1.
     *
     * @param limit above 0
     */
    record ByGlobalNorm(double limit) implements Clipping {
        public ByGlobalNorm {
            requirePositive(limit);
        }
    }

    private static void requirePositive(double limit) {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("gradients are clipped at a limit above 0, not at " + limit);
        }
    }
}
