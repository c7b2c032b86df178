package dev.diabolo.benchmarks.diabolo;

import dev.diabolo.Diabolo;
import dev.diabolo.benchmarks.measure.Workload;
import java.util.concurrent.Semaphore;

/**
 * A training run that takes steps when it is told to: the run has a thread of its own, which waits between. Handing over costs
 * some tens of microseconds, so that one asks for several steps at a time.
 */
public final class SteppedTraining implements AutoCloseable {
    /** Enough for whoever waits when the run ends. */
    private static final int ALL = 1 << 30;

    private final Semaphore allowed = new Semaphore(0);
    private final Semaphore taken = new Semaphore(0);
    private final Thread thread;
    private boolean begun;
    private volatile boolean closed;
    private volatile boolean ended;

    private SteppedTraining(Workload workload, int workers) {
        thread = new Thread(() -> train(workload, workers), "stepped-training");
        thread.setDaemon(true);
    }

    /** Starts a run, and returns after its first step. */
    public static SteppedTraining start(Workload workload, int workers) {
        SteppedTraining training = new SteppedTraining(workload, workers);
        training.thread.start();
        training.steps(1);
        return training;
    }

    private void train(Workload workload, int workers) {
        try (Diabolo diabolo = DiaboloEngine.open()) {
            WorkloadTraining.of(diabolo, workload, workers)
                    .stopWhen(this::nextIsUnwanted)
                    .train(WorkloadTraining.data(workload));
        } finally {
            ended = true;
            taken.release(ALL);
        }
    }

    /** Asked before each step, when the one before it is done. Waits until the next is wanted. */
    private boolean nextIsUnwanted() {
        if (begun) {
            taken.release();
        }
        begun = true;
        allowed.acquireUninterruptibly();
        return closed;
    }

    /** Takes steps, and returns when they are done. */
    public void steps(int count) {
        allowed.release(count);
        taken.acquireUninterruptibly(count);
        if (ended) {
            throw new IllegalStateException("the training run has ended");
        }
    }

    /** Ends the run. */
    @Override
    public void close() {
        closed = true;
        allowed.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
