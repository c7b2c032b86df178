package dev.diabolo.spi.training;

/**
 * Lowers a learning rate when training gets no further: it is multiplied by {@code factor} after {@code patience} epochs
 * in a row whose criterion (the validation loss, or the training loss where nothing is held out) was not better than the
 * best so far.
 *
 * <p><b>Source:</b> {@code ReduceLROnPlateau} of Keras. The threshold is relative, as in PyTorch: losses differ by orders of
 * magnitude between models.
 *
 * @param factor above 0 and below 1
 * @param patience epochs, at least 1
 * @param threshold the least improvement that counts, as a share of the best criterion; at least 0
 * @param cooldown epochs after a reduction during which none is counted; at least 0
 * @param floor the least share of the rate that is left; in [0, 1]
 */
public record Plateau(double factor, int patience, double threshold, int cooldown, double floor) {
    public Plateau {
        if (!(factor > 0 && factor < 1)) {
            throw new IllegalArgumentException("the factor of a plateau lies between 0 and 1, not at " + factor);
        }
        if (patience < 1 || cooldown < 0 || !(threshold >= 0) || !(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException(
                    "a plateau needs a patience of at least 1, no negative number, and a floor of at most 1");
        }
    }
}
