package dev.diabolo.engine;

import dev.diabolo.spi.data.Examples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The batches of an epoch, in order. Where the examples are not in memory, the next batch is gathered by threads of their own
 * while a step runs; examples in memory are left where they are, since a copy more only costs. For one caller.
 */
final class ReadAhead implements AutoCloseable {
    /** Disks answer several questions at a time: four threads read rows from a cold file four times as fast as one. */
    private static final int READERS = 4;

    private final Examples examples;
    private final int size;
    private final GatheredExamples[] buffers;
    private final @Nullable ExecutorService readers;
    private List<Future<?>> reading = List.of();
    private int[] order = {};
    private int batches;
    private int next;

    /**
     * @param size of a batch; the last may be smaller
     * @param held how many batches the caller uses at a time; what it was given before is overwritten
     */
    ReadAhead(Examples examples, int size, int held) {
        this.examples = examples;
        this.size = size;
        if (examples.inMemory()) {
            this.buffers = new GatheredExamples[0];
            this.readers = null;
            return;
        }
        this.buffers = new GatheredExamples[held + 1];
        Arrays.setAll(buffers, i -> new GatheredExamples(examples.spec(), Math.min(size, examples.size())));
        this.readers = Executors.newFixedThreadPool(READERS, ReadAhead::thread);
    }

    /**
     * Begins an epoch, after the last batch of the one before.
     *
     * @param numbers of the examples, in the order of the epoch
     */
    void begin(int[] numbers) {
        order = numbers;
        batches = (order.length + size - 1) / size;
        next = 0;
        read(0);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "diabolo-reader");
        thread.setDaemon(true);
        return thread;
    }

    boolean hasNext() {
        return next < batches;
    }

    /** The next batch. What an example cannot be read for is thrown here. */
    Batch next() {
        int number = next++;
        if (readers == null) {
            return new Batch(examples, numbers(number));
        }
        await();
        read(next);
        int[] positions = new int[numbers(number).length];
        Arrays.setAll(positions, i -> i);
        return new Batch(buffers[number % buffers.length], positions);
    }

    private int[] numbers(int batch) {
        return Arrays.copyOfRange(order, batch * size, Math.min(order.length, (batch + 1) * size));
    }

    private void read(int batch) {
        if (readers == null || batch >= batches) {
            return;
        }
        GatheredExamples buffer = buffers[batch % buffers.length];
        int[] numbers = numbers(batch);
        List<Future<?>> begun = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            int from = Shards.start(numbers.length, READERS, i);
            int to = Shards.start(numbers.length, READERS, i + 1);
            begun.add(readers.submit(() -> buffer.gather(examples, numbers, from, to)));
        }
        reading = begun;
    }

    /** Waits even when interrupted, as a step does. */
    private void await() {
        boolean interrupted = false;
        for (Future<?> part : reading) {
            boolean done = false;
            while (!done) {
                try {
                    part.get();
                    done = true;
                } catch (InterruptedException interruption) {
                    interrupted = true;
                } catch (ExecutionException failure) {
                    throw unchecked(failure.getCause());
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new CancellationException(failure.toString());
    }

    @Override
    public void close() {
        if (readers != null) {
            readers.shutdown();
        }
    }
}
