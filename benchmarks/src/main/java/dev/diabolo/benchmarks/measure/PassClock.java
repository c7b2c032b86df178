package dev.diabolo.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Times steps, pass by pass: first for as long as it takes to get warm, then for as long as is measured. For the thread that
 * takes the steps.
 */
public final class PassClock {
    /** A median of fewer says little. */
    private static final int LEAST_PASSES = 3;

    private final int stepsInPass;
    private final long warmUpNanos;
    private final long measureNanos;
    private final LongSupplier nanos;
    private final Runnable warm;
    private final List<Long> passes = new ArrayList<>();
    private long begin;
    private long passBegin;
    private boolean measuring;
    private boolean done;
    private long steps;
    private double firstLoss = Double.NaN;
    private double lastLoss = Double.NaN;

    /**
     * @param warmUpSeconds before measuring; a pass at least
     * @param seconds of measuring; three passes at least
     * @param warm called when measuring begins
     */
    public PassClock(int stepsInPass, double warmUpSeconds, double seconds, Runnable warm) {
        this(stepsInPass, warmUpSeconds, seconds, warm, System::nanoTime);
    }

    PassClock(int stepsInPass, double warmUpSeconds, double seconds, Runnable warm, LongSupplier nanos) {
        this.stepsInPass = stepsInPass;
        this.warmUpNanos = (long) (warmUpSeconds * 1e9);
        this.measureNanos = (long) (seconds * 1e9);
        this.warm = warm;
        this.nanos = nanos;
    }

    /** Whether enough was measured. */
    public boolean done() {
        return done;
    }

    /** The first step begins now; what was before is not counted. */
    public void start() {
        begin = nanos.getAsLong();
        passBegin = begin;
    }

    /**
     * A step is done.
     *
     * @param loss on its batch
     */
    public void stepped(double loss) {
        firstLoss = steps == 0 ? loss : firstLoss;
        lastLoss = loss;
        if (++steps % stepsInPass == 0 && !done) {
            passed(nanos.getAsLong());
        }
    }

    private void passed(long now) {
        if (measuring) {
            passes.add(now - passBegin);
            done = now - begin >= measureNanos && passes.size() >= LEAST_PASSES;
            passBegin = now;
        } else if (now - begin >= warmUpNanos) {
            measuring = true;
            warm.run();
            start();
        }
    }

    /** Milliseconds for a step: the median over passes. */
    public double millisecondsPerStep() {
        return Statistics.median(passes.stream().mapToDouble(Long::doubleValue).toArray()) / stepsInPass / 1e6;
    }

    /** Steps taken, those before measuring included. */
    public long steps() {
        return steps;
    }

    /** The loss of the first step; NaN before it. */
    public double firstLoss() {
        return firstLoss;
    }

    /** The loss of the last step; NaN before the first. */
    public double lastLoss() {
        return lastLoss;
    }
}
