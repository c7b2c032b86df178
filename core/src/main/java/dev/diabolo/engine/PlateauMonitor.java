package dev.diabolo.engine;

import dev.diabolo.spi.training.Plateau;

/** Watches the criterion of the epochs, and lowers the learning rate's share when it gets no better. For one thread. */
final class PlateauMonitor {
    private final Plateau plateau;
    private double best = Double.POSITIVE_INFINITY;
    private double share = 1;
    private int waited;
    private int cooling;

    PlateauMonitor(Plateau plateau) {
        this.plateau = plateau;
    }

    /** What the scheduled learning rate is multiplied by. */
    double share() {
        return share;
    }

    /**
     * Takes note of an epoch.
     *
     * @param criterion less is better; NaN is never better
     */
    void observe(double criterion) {
        if (cooling > 0) {
            cooling--;
            waited = 0;
        }
        if (isBetter(criterion)) {
            best = criterion;
            waited = 0;
        } else if (cooling == 0 && ++waited >= plateau.patience()) {
            share = Math.max(plateau.floor(), share * plateau.factor());
            cooling = plateau.cooldown();
            waited = 0;
        }
    }

    void save(RunState state, String at) {
        state.put(at + "best", best);
        state.put(at + "share", share);
        state.put(at + "waited", waited);
        state.put(at + "cooling", cooling);
    }

    void restore(RunState state, String at) {
        best = state.number(at + "best");
        share = state.number(at + "share");
        waited = (int) state.whole(at + "waited");
        cooling = (int) state.whole(at + "cooling");
    }

    /** Losses may be negative (densities above 1), so the margin is a share of the size. */
    private boolean isBetter(double criterion) {
        return Double.isInfinite(best) ? criterion < best : criterion < best - plateau.threshold() * Math.abs(best);
    }
}
