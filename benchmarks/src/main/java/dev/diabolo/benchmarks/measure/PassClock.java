package dev.diabolo.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Times steps, pass by pass: first for as long as it takes to get warm, then for as long as is measured. For the thread that
 * takes the steps.
 */
public final class PassClock {
    /** A pass of a slow framework has fewer steps. */
    private static final long LONGEST_PASS_NANOS = 1_000_000_000;

    /** A median of fewer says little. */
    private static final int LEAST_PASSES = 3;

    private final int stepsInPass;
    private final long warmUpNanos;
    private final long measureNanos;
    private final LongSupplier nanos;
    private final Runnable warm;
    private final List<Double> passes = new ArrayList<>();
    private long begin;
    private long passBegin;
    private long passSteps;
    private boolean measuring;
    private boolean done;
    private long steps;
    private double firstLoss = Double.NaN;
    private double lastLoss = Double.NaN;

    /**
     * @param stepsInPass steps that are timed together, or fewer where they take more than a second
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
        passSteps = 0;
    }

    /**
     * A step is done.
     *
     * @param loss on its batch
     */
    public void stepped(double loss) {
        firstLoss = steps == 0 ? loss : firstLoss;
        lastLoss = loss;
        steps++;
        passSteps++;
        long now = nanos.getAsLong();
        if (!done && (passSteps == stepsInPass || now - passBegin >= LONGEST_PASS_NANOS)) {
            passed(now);
        }
    }

    private void passed(long end) {
        long now = end;
        if (measuring) {
            passes.add((now - passBegin) / 1e6 / passSteps);
            done = now - begin >= measureNanos && passes.size() >= LEAST_PASSES;
        } else if (now - begin >= warmUpNanos) {
            measuring = true;
            warm.run();
            begin = nanos.getAsLong();
            now = begin;
        }
        passBegin = now;
        passSteps = 0;
    }

    /** Milliseconds for a step: the median over passes. */
    public double millisecondsPerStep() {
        return Statistics.median(
                passes.stream().mapToDouble(Double::doubleValue).toArray());
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
