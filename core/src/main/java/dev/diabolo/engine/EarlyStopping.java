package dev.diabolo.engine;

/**
 * Ends training when it gets no further: after {@code patience} epochs in a row whose criterion (the validation loss, or the
 * training loss where nothing is held out) was not better than the best before by more than a share of it.
 *
 * <p><b>Source:</b> {@code EarlyStopping} of Keras; there, the margin is absolute. Losses differ by orders of magnitude between
 * models, so ours is relative. As there, off unless asked for; unlike there, the parameters of the best epoch are kept.
 *
 * @param patience epochs, at least 1; 0 for never
 * @param tolerance the least improvement that counts, as a share of the best criterion; at least 0
 */
public record EarlyStopping(int patience, double tolerance) {
    /** Trains to the last epoch. */
    public static final EarlyStopping NEVER = new EarlyStopping(0, 0);

    /** Watches one run. For one thread. */
    static final class Watch {
        private final EarlyStopping settings;
        private double best = Double.POSITIVE_INFINITY;
        private int waited;

        Watch(EarlyStopping settings) {
            this.settings = settings;
        }

        /**
         * Takes note of an epoch.
         *
         * @param criterion less is better; where it is NaN there is nothing to stop by
         * @return whether training has got no further for long enough
         */
        boolean observe(double criterion) {
            if (Double.isNaN(criterion)) {
                return false;
            }
            // Losses may be negative (densities above 1), so the margin is a share of the size.
            if (Double.isInfinite(best) || criterion < best - settings.tolerance * Math.abs(best)) {
                best = criterion;
                waited = 0;
                return false;
            }
            return ++waited >= settings.patience && settings.patience > 0;
        }

        void save(RunState state) {
            state.put("early-stopping/best", best);
            state.put("early-stopping/waited", waited);
        }

        void restore(RunState state) {
            best = state.number("early-stopping/best");
            waited = (int) state.whole("early-stopping/waited");
        }
    }
}
