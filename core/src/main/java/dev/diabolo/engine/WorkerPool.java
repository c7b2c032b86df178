package dev.diabolo.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** Runs numbered tasks on a fixed number of threads, of which the caller's is one. For one caller at a time. */
final class WorkerPool implements AutoCloseable {
    private static final AtomicInteger POOLS = new AtomicInteger();

    private final int workers;
    private final ExecutorService helpers;

    /**
     * @param workers threads in all, at least 1
     */
    WorkerPool(int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("at least one worker is needed, not " + workers);
        }
        this.workers = workers;
        int pool = POOLS.incrementAndGet();
        AtomicInteger names = new AtomicInteger();
        this.helpers = Executors.newFixedThreadPool(Math.max(1, workers - 1), task -> {
            Thread thread = new Thread(task, "diabolo-" + pool + "-worker-" + names.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    int workers() {
        return workers;
    }

    /** Runs {@code task} for each number in [0, tasks) and returns when all are done; the first failure is thrown. */
    void run(int tasks, IntConsumer task) {
        int strands = Math.min(workers, tasks);
        List<Future<?>> others = new ArrayList<>(strands);
        for (int strand = 1; strand < strands; strand++) {
            int first = strand;
            others.add(helpers.submit(() -> runStrand(first, strands, tasks, task)));
        }
        try {
            runStrand(0, strands, tasks, task);
        } finally {
            join(others);
        }
    }

    private static void runStrand(int first, int strands, int tasks, IntConsumer task) {
        for (int i = first; i < tasks; i += strands) {
            task.accept(i);
        }
    }

    private static void join(List<Future<?>> others) {
        RuntimeException failure = null;
        for (Future<?> other : others) {
            try {
                await(other);
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    /** Waits even when interrupted: a shard that still runs writes to memory that its owner may free. */
    private static void await(Future<?> other) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    other.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof RuntimeException failure) {
                        throw failure;
                    }
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        helpers.shutdown();
    }
}
