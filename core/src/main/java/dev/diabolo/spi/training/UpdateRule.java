package dev.diabolo.spi.training;

/**
 * How parameters follow their gradients. In the formulas {@code w} are the parameters, {@code g} their gradients, {@code
 * rate} the learning rate of the step, and {@code t} the number of the step, from 1. All state begins at 0 if not said
 * otherwise. Formulas are those of Keras 3, and so are the defaults in {@link OptimiserOptions}.
 */
public sealed interface UpdateRule {
    /**
     * Stochastic gradient descent.
     *
     * <p><b>Formula:</b> {@code v <- momentum v - rate g; w <- w + v}; with Nesterov's look-ahead {@code w <- w + momentum v -
     * rate g}. <b>Source:</b> Sutskever et al. 2013.
     *
     * @param momentum in [0, 1)
     */
    record Sgd(double momentum, boolean nesterov) implements UpdateRule {
        public Sgd {
            requireShare("momentum", momentum);
        }
    }

    /**
     * Adam.
     *
     * <p><b>Formula:</b> {@code m <- beta1 m + (1 - beta1) g; v <- beta2 v + (1 - beta2) g^2; w <- w - rate sqrt(1 - beta2^t) /
     * (1 - beta1^t) m / (sqrt(v) + epsilon)}. <b>Source:</b> Kingma and Ba 2015, in the form at the end of section 2, where
     * epsilon is added to the root of the uncorrected second moment; algorithm 1 (and PyTorch) adds it to the corrected one.
     */
    record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {
        public Adam {
            requireAdam(beta1, beta2, epsilon);
        }
    }

    /**
     * Adam with decoupled weight decay.
     *
     * <p><b>Formula:</b> {@code w <- w - rate weightDecay w}, and then as {@link Adam}. <b>Source:</b> Loshchilov and Hutter 2019,
     * algorithm 2. All parameters decay, biases too, as in PyTorch and Keras.
     *
     * @param weightDecay at least 0
     */
    record AdamW(double beta1, double beta2, double epsilon, double weightDecay) implements UpdateRule {
        public AdamW {
            requireAdam(beta1, beta2, epsilon);
            requireNotNegative("weight decay", weightDecay);
        }
    }

    /**
     * Adam with the greatest gradient in place of the second moment.
     *
     * <p><b>Formula:</b> {@code m} as in {@link Adam}; {@code u <- max(beta2 u, |g|); w <- w - rate / (1 - beta1^t) m / (u +
     * epsilon)}. <b>Source:</b> Kingma and Ba 2015, algorithm 2, which has no epsilon.
     */
    record Adamax(double beta1, double beta2, double epsilon) implements UpdateRule {
        public Adamax {
            requireAdam(beta1, beta2, epsilon);
        }
    }

    /**
     * Adam whose second moment never shrinks.
     *
     * <p><b>Formula:</b> as {@link Adam} with {@code max(v_1, ..., v_t)} in place of {@code v}. <b>Source:</b> Reddi et al. 2018,
     * algorithm 2, with Adam's corrections of bias.
     */
    record AmsGrad(double beta1, double beta2, double epsilon) implements UpdateRule {
        public AmsGrad {
            requireAdam(beta1, beta2, epsilon);
        }
    }

    /**
     * Adam with Nesterov's look-ahead.
     *
     * <p><b>Formula:</b> {@code m} and {@code v} as in {@link Adam}; {@code mu_t = beta1 (1 - 0.5 0.96^t)}; {@code w <- w - rate
     * (mu_(t+1) m / (1 - mu_1 ... mu_(t+1)) + (1 - mu_t) g / (1 - mu_1 ... mu_t)) / (sqrt(v / (1 - beta2^t)) + epsilon)}.
     * <b>Source:</b> Dozat 2016, algorithm 2, with the schedule of Sutskever et al. 2013.
     */
    record NAdam(double beta1, double beta2, double epsilon) implements UpdateRule {
        public NAdam {
            requireAdam(beta1, beta2, epsilon);
        }
    }

    /**
     * Gradients divided by the root of their mean square.
     *
     * <p><b>Formula:</b> {@code v <- decay v + (1 - decay) g^2; s <- momentum s + rate g / sqrt(v + epsilon); w <- w - s}; where
     * centred, {@code a <- decay a + (1 - decay) g}, and {@code v - a^2} in place of {@code v} under the root. <b>Source:</b> Hinton
     * 2012, lecture 6e; centred: Graves 2013, equations 38 to 45. PyTorch adds epsilon after the root.
     *
     * @param decay in [0, 1)
     * @param momentum in [0, 1)
     */
    record RmsProp(double decay, double momentum, boolean centred, double epsilon) implements UpdateRule {
        public RmsProp {
            requireShare("decay", decay);
            requireShare("momentum", momentum);
            requirePositive(epsilon);
        }
    }

    /**
     * Gradients divided by the root of the sum of all their squares.
     *
     * <p><b>Formula:</b> {@code n <- n + g^2; w <- w - rate g / sqrt(n + epsilon)}. <b>Source:</b> Duchi et al. 2011.
     *
     * @param initialSum what {@code n} begins with, at least 0
     */
    record Adagrad(double initialSum, double epsilon) implements UpdateRule {
        public Adagrad {
            requireNotNegative("initial sum", initialSum);
            requirePositive(epsilon);
        }
    }

    /**
     * Gradients scaled to the size of the last updates.
     *
     * <p><b>Formula:</b> {@code n <- rho n + (1 - rho) g^2; d = g sqrt(x + epsilon) / sqrt(n + epsilon); x <- rho x + (1 - rho)
     * d^2; w <- w - rate d}. <b>Source:</b> Zeiler 2012, algorithm 1, which has a rate of 1.
     *
     * @param rho in [0, 1)
     */
    record Adadelta(double rho, double epsilon) implements UpdateRule {
        public Adadelta {
            requireShare("rho", rho);
            requirePositive(epsilon);
        }
    }

    private static void requireAdam(double beta1, double beta2, double epsilon) {
        requireShare("beta1", beta1);
        requireShare("beta2", beta2);
        requirePositive(epsilon);
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " lies in [0, 1), not at " + value);
        }
    }

    private static void requirePositive(double epsilon) {
        if (!(epsilon > 0)) {
            throw new IllegalArgumentException("epsilon is above 0, not " + epsilon);
        }
    }

    private static void requireNotNegative(String name, double value) {
        if (!(value >= 0)) {
            throw new IllegalArgumentException("a " + name + " is at least 0, not " + value);
        }
    }
}
