package dev.diabolo.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C: the first asks a run to stop, and the process then waits until its result is saved. Java runs shutdown hooks while
 * the main thread goes on, and ends when they do.
 */
final class Interrupts {
    /** The usual exit code of a process that SIGINT ended: 128 + 2. */
    static final int EXIT_CODE = 130;

    private static final AtomicBoolean FINISHED = new AtomicBoolean();

    private final AtomicBoolean requested = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook = new Thread(this::await, "diabolo-interrupt");

    /** From now on, Ctrl-C stops the run that asks {@link #requested}. */
    void listen() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void await() {
        if (FINISHED.get()) {
            return;
        }
        requested.set(true);
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean requested() {
        return requested.get();
    }

    /** The result is saved; the process may end. */
    void finished() {
        done.countDown();
    }

    /** Ends the process; where Ctrl-C is ending it already, waits for that. */
    static void exit(int code) {
        FINISHED.set(true);
        if (code == EXIT_CODE) {
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }
}
