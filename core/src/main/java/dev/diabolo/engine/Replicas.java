package dev.diabolo.engine;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Things that one thread uses at a time and that are dear to make: each is lent, and kept for the next caller. Safe for any
 * number of threads; closing is for when nobody borrows any more.
 */
final class Replicas<T> implements AutoCloseable {
    private final Queue<T> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> maker;
    private final Consumer<T> closer;

    Replicas(Supplier<T> maker, Consumer<T> closer) {
        this.maker = maker;
        this.closer = closer;
    }

    /** Lends one for as long as the use takes. */
    void use(Consumer<T> use) {
        T waiting = idle.poll();
        T lent = waiting != null ? waiting : maker.get();
        try {
            use.accept(lent);
        } finally {
            giveBack(lent);
        }
    }

    /** Keeps one for each processor; more, after a burst of callers, are given up. */
    private void giveBack(T lent) {
        if (idle.size() < Runtime.getRuntime().availableProcessors()) {
            idle.add(lent);
        } else {
            closer.accept(lent);
        }
    }

    @Override
    public void close() {
        for (T one = idle.poll(); one != null; one = idle.poll()) {
            closer.accept(one);
        }
    }
}
