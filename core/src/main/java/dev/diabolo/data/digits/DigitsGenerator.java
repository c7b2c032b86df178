package dev.diabolo.data.digits;

import dev.diabolo.data.BytePictures;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Draws whole sets of digits on several threads; how many there are makes no difference to a single bit. */
final class DigitsGenerator {
    /** Examples a task: about 10 ms of work, so that threads end together. */
    private static final int CHUNK = 500;

    private static final TensorSpec SPEC = TensorSpec.of(1, DigitArtist.SIDE, DigitArtist.SIDE);

    private final long seed;
    private final int threads;

    /**
     * @param seed another seed draws other digits
     * @param threads at least 1
     */
    DigitsGenerator(long seed, int threads) {
        this.seed = seed;
        this.threads = threads;
    }

    /** The first {@code count} examples of a set. */
    Examples examples(Split split, int count) {
        DigitArtist artist = new DigitArtist(seed, split);
        byte[] pixels = new byte[Math.multiplyExact(count, DigitArtist.PIXELS)];
        int[] labels = new int[count];
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CompletableFuture<?>[] chunks = IntStream.iterate(0, from -> from < count, from -> from + CHUNK)
                    .mapToObj(from -> CompletableFuture.runAsync(
                            () -> drawChunk(artist, from, Math.min(from + CHUNK, count), pixels, labels), pool))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(chunks).join();
        } finally {
            pool.shutdown();
        }
        return new BytePictures(SPEC, pixels, labels);
    }

    private static void drawChunk(DigitArtist artist, int from, int to, byte[] pixels, int[] labels) {
        for (int index = from; index < to; index++) {
            labels[index] = artist.label(index);
            artist.draw(index, pixels, index * DigitArtist.PIXELS);
        }
    }
}
