package dev.diabolo;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * Threads for a measurement: parallel streams in it have these, and not the process's common pool.
 *
 * @param count at least 1
 */
record Workers(int count) {
    /** The result of a measurement; what it throws is thrown. */
    <T> T measure(Supplier<T> measurement) {
        ForkJoinPool pool = new ForkJoinPool(count);
        try {
            return CompletableFuture.supplyAsync(measurement, pool).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw e;
        } finally {
            pool.shutdown();
        }
    }
}
