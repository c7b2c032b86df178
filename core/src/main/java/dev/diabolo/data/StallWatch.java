package dev.diabolo.data;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Closes a stream on which nothing has arrived for a while: the JDK's client has no timeout for a body. */
final class StallWatch implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "diabolo-download-watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Closeable stream;
    private final long patienceNanos;
    private volatile long lastProgress = System.nanoTime();
    private volatile boolean stalled;

    StallWatch(Closeable stream, Duration patience) {
        this.stream = stream;
        this.patienceNanos = patience.toNanos();
        long interval = Math.max(1_000_000, patienceNanos / 4);
        clock.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.NANOSECONDS);
    }

    /** Something has arrived. */
    void progressed() {
        lastProgress = System.nanoTime();
    }

    /** Whether the stream was closed for want of progress. */
    boolean stalled() {
        return stalled;
    }

    private void look() {
        if (System.nanoTime() - lastProgress > patienceNanos) {
            stalled = true;
            try {
                stream.close();
            } catch (IOException ignored) {
                // The reader finds out by itself.
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
