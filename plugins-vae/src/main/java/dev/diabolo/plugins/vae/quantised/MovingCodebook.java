package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Entries that follow the average of what chose them; see {@link QuantisedPosteriorProvider} for the formula.
 *
 * @param usage moving average of the share of choices that took each entry; shape {@code [entries, 1]}
 */
record MovingCodebook(GraphScope scope, QuantisedPosteriorOptions options, SDVariable entries, SDVariable usage)
        implements Codebook {
    /** Keeps the quotient of two zeros at zero; shares are at least one in some millions. */
    private static final double TINY = 1e-12;

    static MovingCodebook of(GraphScope scope, QuantisedPosteriorOptions options) {
        return new MovingCodebook(
                scope,
                options,
                scope.buffer("codebook", Codebook.first(options.size()), options.entries(), options.size()),
                scope.buffer("usage", Initialiser.zeros(), options.entries(), 1));
    }

    @Override
    public void learn(SDVariable rows, SDVariable choices, long ofExample) {
        scope.coupleBatch("moving averages of a codebook");
        double newest = 1 - options.decay();
        SDVariable ones = rows.mul(0).sum(true, 1).add(1);
        SDVariable total = ones.sum();
        SDVariable byEntry = choices.permute(1, 0);
        SDVariable share = byEntry.mmul(ones).div(total);
        SDVariable sum = byEntry.mmul(rows).div(total);
        SDVariable used = usage.mul(options.decay()).add(share.mul(newest));
        SDVariable moved = entries.add(sum.sub(entries.mul(share)).mul(newest).div(used.add(TINY)));
        if (options.restart() == 0) {
            scope.assign(entries, moved);
            scope.assign(usage, used);
            return;
        }
        double average = 1.0 / options.entries();
        SDVariable dead = used.lt(options.restart() * average).castTo(scope.dataType());
        SDVariable alive = dead.rsub(1);
        scope.assign(entries, moved.mul(alive).add(drawn(rows, ofExample).mul(dead)));
        scope.assign(usage, used.mul(alive).add(dead.mul(average)));
    }

    /**
     * A row for each entry: of the example whose noise for that entry is the greatest, at a place that the entry's number decides.
     * Examples whose noise is equally great, which is rare, are averaged.
     *
     * @return shape {@code [entries, size]}
     */
    private SDVariable drawn(SDVariable rows, long ofExample) {
        int count = options.entries();
        int size = options.size();
        SDVariable noise =
                scope.noise("restart", NoiseKind.UNIFORM, TensorSpec.of(count)).variable();
        SDVariable greatest = noise.sub(noise.max(true, 0)).gte(0).castTo(scope.dataType());
        SDVariable weights = greatest.div(greatest.sum(true, 0)).reshape(-1, 1, count);
        SDVariable byPlace = rows.reshape(-1, ofExample, size).permute(0, 2, 1).reshape(-1, ofExample);
        SDVariable candidates = byPlace.mmul(scope.constant(placesOfEntries(ofExample), ofExample, count));
        return candidates.reshape(-1, size, count).mul(weights).sum(0).permute(1, 0);
    }

    /** A 1 at the place that each entry is drawn from; the entries go through all places in turn. */
    private double[] placesOfEntries(long ofExample) {
        double[] places = new double[Math.toIntExact(ofExample * options.entries())];
        for (int entry = 0; entry < options.entries(); entry++) {
            places[Math.toIntExact(entry % ofExample * options.entries()) + entry] = 1;
        }
        return places;
    }
}
