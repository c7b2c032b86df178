package dev.diabolo.benchmarks.diabolo;

import dev.diabolo.benchmarks.measure.MeasuringProcess;
import dev.diabolo.benchmarks.measure.PassClock;
import dev.diabolo.benchmarks.measure.Workload;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The beginning of a process that measures which share of a step of W1 on one thread is spent in BLAS: another thread looks,
 * every millisecond, where the training thread is. Arguments: seconds of warm-up, seconds of measuring.
 */
public final class BlasShare {
    private final Thread training = Thread.currentThread();
    private final AtomicBoolean warm = new AtomicBoolean();
    private volatile int looks;
    private volatile int inBlas;

    private BlasShare() {}

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        BlasShare share = new BlasShare();
        share.watch();
        PassClock clock = new PassClock(
                Workload.W1.stepsInPass(),
                Double.parseDouble(arguments[0]),
                Double.parseDouble(arguments[1]),
                () -> share.warm.set(true));
        new DiaboloEngine().train(Workload.W1, 1, clock);
        MeasuringProcess.print((double) share.inBlas / Math.max(1, share.looks));
        System.exit(0);
    }

    private void watch() {
        Thread watcher = new Thread(() -> {
            try {
                while (true) {
                    Thread.sleep(1);
                    look();
                }
            } catch (InterruptedException ended) {
                // Nobody does; the process ends.
            }
        });
        watcher.setDaemon(true);
        watcher.start();
    }

    private void look() {
        StackTraceElement[] stack = training.getStackTrace();
        if (warm.get() && inStep(stack)) {
            looks = looks + 1;
            inBlas = inBlas + (stack[0].getMethodName().startsWith("cblas_") ? 1 : 0);
        }
    }

    /** What comes after the last step is no part of one. */
    private static boolean inStep(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals("dev.diabolo.engine.TrainingRun")) {
                return true;
            }
        }
        return false;
    }
}
