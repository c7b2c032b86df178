package dev.diabolo.plugins.vanilla.ksparse;

import dev.diabolo.spi.graph.GraphScope;
import java.util.Arrays;
import java.util.function.Function;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Finds the k largest values of each example, by bisection: first between bounds for the values, then, among those that cannot be
 * told apart, between their places. Each step compares and counts, which the engine does in one pass over the values; ND4J's
 * own {@code top_k} takes its arguments in the wrong order, and sorting is several times slower.
 */
final class Largest {
    /**
     * Halvings of the bounds, which are at most {@code 2 sqrt(n)} times the greatest value apart: for a code of 4,000, values that
     * differ by 2^-33 of the greatest are told apart, which float32 cannot hold unless they are near zero.
     */
    private static final int HALVINGS = 40;

    /** Keeps the upper bound above every value, where all are zero too. */
    private static final double ABOVE = 1e-15;

    private final GraphScope scope;
    private final SDVariable values;
    private final int size;
    private final int k;

    /**
     * Of values without a gradient.
     *
     * @param values shape {@code [batch, size]}
     * @param k from 1 to {@code size}
     */
    Largest(GraphScope scope, SDVariable values, int size, int k) {
        this.scope = scope;
        this.values = values;
        this.size = size;
        this.k = k;
    }

    private record Interval(SDVariable low, SDVariable high) {}

    /** One where a value is among the largest, zero elsewhere; exactly k ones for each example, of equal values the first. */
    SDVariable mask() {
        SDVariable bound = scope.graph()
                .math()
                .sqrt(values.mul(values).sum(true, 1))
                .mul(1.001)
                .add(ABOVE);
        Interval level = bisect(
                new Interval(bound.neg(), bound),
                HALVINGS,
                least -> notNegative(values.sub(least)).sum(true, 1).rsub(k).neg());
        SDVariable above = notNegative(values.sub(level.high()));
        SDVariable alike = notNegative(values.sub(level.low())).sub(above);
        SDVariable room = above.sum(true, 1).rsub(k);
        return above.add(firstOf(alike, room));
    }

    /** The first {@code room} ones of each row. */
    private SDVariable firstOf(SDVariable ones, SDVariable room) {
        double[] numbers = new double[size];
        Arrays.setAll(numbers, i -> i);
        SDVariable places = scope.constant(numbers, 1, size);
        SDVariable none = room.mul(0).sub(0.5);
        int halvings = Integer.SIZE - Integer.numberOfLeadingZeros(size) + 1;
        // The end moves up as long as fewer than the room are before it.
        Interval end = bisect(
                new Interval(none, none.add(size)),
                halvings,
                last -> room.sub(ones.mul(notNegative(places.sub(last).neg())).sum(true, 1))
                        .sub(1));
        return ones.mul(notNegative(places.sub(end.high()).neg()));
    }

    /** Halves intervals: the middle becomes the lower end where {@code test} is not negative, else the upper end. */
    private Interval bisect(Interval from, int halvings, Function<SDVariable, SDVariable> test) {
        Interval interval = from;
        for (int i = 0; i < halvings; i++) {
            SDVariable middle = interval.low().add(interval.high()).mul(0.5);
            SDVariable up = notNegative(test.apply(middle));
            SDVariable down = up.rsub(1);
            interval = new Interval(
                    up.mul(middle).add(down.mul(interval.low())),
                    down.mul(middle).add(up.mul(interval.high())));
        }
        return interval;
    }

    /** One where a value is not negative, zero elsewhere. */
    private SDVariable notNegative(SDVariable of) {
        return of.gte(0).castTo(scope.dataType());
    }
}
