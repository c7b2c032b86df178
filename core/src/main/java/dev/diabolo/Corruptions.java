package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.engine.Corruptor;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gives out corrupted examples, and closes those that are left. Safe for any number of threads. */
final class Corruptions implements AutoCloseable {
    private final TensorSpec data;
    private final Scaling scaling;
    /** What was given out and is not closed yet. */
    private final Set<CorruptedExamples> open = ConcurrentHashMap.newKeySet();

    /**
     * @param data the shape of one example
     */
    Corruptions(TensorSpec data, Scaling scaling) {
        this.data = data;
        this.scaling = scaling;
    }

    /**
     * Examples as a corruption spoils them.
     *
     * @param examples of the right width, in the data's units
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where the corruption cannot spoil such data, with their shape
     */
    CorruptedExamples of(Examples examples, Corruption corruption, long seed) {
        Corruptor corruptor = new Corruptor(corruption, data, seed);
        CorruptedExamples spoilt = new CorruptedExamples(examples, data, scaling, corruptor, open::remove);
        open.add(spoilt);
        return spoilt;
    }

    @Override
    public void close() {
        open.forEach(CorruptedExamples::close);
    }
}
