package dev.diabolo.engine;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs numbered tasks on a fixed number of threads, of which the caller's is one. For one caller at a time.
 *
 * <p>A training step hands over work several times within a millisecond, and waking a sleeping thread takes a good part of
 * that. A helper therefore looks for the next job for a while before it goes to sleep.
 */
final class WorkerPool implements AutoCloseable {
    /** Looks at the next job before a helper sleeps: about a tenth of a millisecond. */
    private static final int LOOKS = 5_000;

    private static final AtomicInteger POOLS = new AtomicInteger();

    private final Thread[] helpers;
    private final AtomicInteger asleep = new AtomicInteger();
    private volatile @Nullable Job current;
    private volatile boolean closed;

    /** A task, as it is given to one of the threads. */
    @FunctionalInterface
    interface Task {
        /**
         * @param index of the task
         * @param strand of the thread that runs it, in [0, workers); the caller's is 0
         */
        void run(int index, int strand);
    }

    /**
     * @param workers threads in all, at least 1
     */
    WorkerPool(int workers) {
        if (workers < 1) {
            throw new IllegalArgumentException("at least one worker is needed, not " + workers);
        }
        int pool = POOLS.incrementAndGet();
        helpers = new Thread[workers - 1];
        for (int i = 0; i < helpers.length; i++) {
            int strand = i + 1;
            helpers[i] = new Thread(() -> help(strand), "diabolo-" + pool + "-worker-" + strand);
            helpers[i].setDaemon(true);
            helpers[i].start();
        }
    }

    int workers() {
        return helpers.length + 1;
    }

    /** Runs {@code task} for each number in [0, tasks) and returns when all are done; the first failure is thrown. */
    void run(int tasks, IntConsumer task) {
        run(tasks, (index, strand) -> task.accept(index));
    }

    /** As {@link #run(int, IntConsumer)}, for tasks that want to know which thread runs them. */
    void run(int tasks, Task task) {
        Job job = new Job(task, tasks);
        if (tasks > 1 && helpers.length > 0) {
            current = job;
            if (asleep.get() > 0) {
                for (Thread helper : helpers) {
                    LockSupport.unpark(helper);
                }
            }
        }
        job.work(0);
        job.join();
    }

    private void help(int strand) {
        Job last = null;
        while (!closed) {
            Job job = next(last);
            if (job != null) {
                job.work(strand);
                last = job;
            }
        }
    }

    /** The job after the last; null where the thread was woken for nothing. */
    private @Nullable Job next(@Nullable Job last) {
        for (int i = 0; i < LOOKS; i++) {
            Job job = current;
            if (job != last) {
                return job;
            }
            Thread.onSpinWait();
        }
        asleep.incrementAndGet();
        if (current == last && !closed) {
            LockSupport.park(this);
        }
        asleep.decrementAndGet();
        return current == last ? null : current;
    }

    @Override
    public void close() {
        closed = true;
        for (Thread helper : helpers) {
            LockSupport.unpark(helper);
        }
    }

    private static final class Job {
        private final Task task;
        private final int tasks;
        private final AtomicInteger taken = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private volatile @Nullable Throwable failure;

        Job(Task task, int tasks) {
            this.task = task;
            this.tasks = tasks;
        }

        void work(int strand) {
            for (int index = taken.getAndIncrement(); index < tasks; index = taken.getAndIncrement()) {
                try {
                    task.run(index, strand);
                } catch (RuntimeException | Error e) {
                    failure = failure == null ? e : failure;
                } finally {
                    done.incrementAndGet();
                }
            }
        }

        /** Waits even when interrupted: a task that still runs writes to memory that its owner may free. */
        void join() {
            for (int looks = 0; done.get() < tasks; looks++) {
                if (looks < LOOKS) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
            Throwable thrown = failure;
            if (thrown instanceof RuntimeException e) {
                throw e;
            }
            if (thrown instanceof Error e) {
                throw e;
            }
        }
    }
}
