package dev.diabolo;

import dev.diabolo.data.Scaling;
import dev.diabolo.engine.Corruptor;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.ExamplesView;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.function.Consumer;

/**
 * Examples that are corrupted as they are read, a block at a time; in the units of the original. Safe for any number of threads,
 * which take turns. Owns native memory until it or its model is closed; then its values cannot be read any more.
 */
public final class CorruptedExamples implements ExamplesView, AutoCloseable {
    /** Examples that are corrupted together; readers mostly go on to the next. */
    private static final int BLOCK = 64;

    private final Examples original;
    private final TensorSpec spec;
    private final Scaling scaling;
    private final Corruptor corruptor;
    private final Consumer<CorruptedExamples> whenClosed;
    private final float[] block;
    /** 1 where the block is as it was, else 0; empty where that is not known. */
    private final float[] untouched;

    private int first = -1;

    CorruptedExamples(
            Examples original,
            TensorSpec spec,
            Scaling scaling,
            Corruptor corruptor,
            Consumer<CorruptedExamples> whenClosed) {
        this.original = original;
        this.spec = spec;
        this.scaling = scaling;
        this.corruptor = corruptor;
        this.whenClosed = whenClosed;
        this.block = new float[BLOCK * spec.size()];
        this.untouched = new float[corruptor.knowsUntouched() ? block.length : 0];
    }

    /** What is corrupted. */
    @Override
    public Examples source() {
        return original;
    }

    @Override
    public TensorSpec spec() {
        return spec;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException where these examples or their model are closed
     */
    @Override
    public synchronized void read(int index, float[] target, int offset) {
        System.arraycopy(block, place(index), target, offset, spec.size());
    }

    /** Whether it is known which values the corruption left as they are: of a hidden part of an image, say. */
    public boolean knowsUntouched() {
        return untouched.length > 0;
    }

    /**
     * Puts the values that the corruption left as they are, where they are known, in the place of others.
     *
     * @param reconstruction of an example, in the data's units; changed
     * @param index of the example
     * @throws IllegalStateException where these examples or their model are closed
     */
    synchronized void keepUntouched(float[] reconstruction, int index) {
        if (knowsUntouched()) {
            int place = place(index);
            for (int i = 0; i < reconstruction.length; i++) {
                if (untouched[place + i] == 1) {
                    reconstruction[i] = block[place + i];
                }
            }
        }
    }

    /** Where an example begins in the block, which becomes that of the example. */
    private int place(int index) {
        int wanted = index / BLOCK * BLOCK;
        if (first != wanted) {
            first = -1;
            compute(wanted);
        }
        return (index - wanted) * spec.size();
    }

    private void compute(int from) {
        int count = Math.min(BLOCK, original.size() - from);
        for (int i = 0; i < count; i++) {
            original.read(from + i, block, i * spec.size());
        }
        float[] before = knowsUntouched() ? block.clone() : block;
        scaling.apply(block, 0, count * spec.size());
        corruptor.apply(block, untouched, count, from);
        scaling.invert(block);
        // Scaling there and back rounds.
        for (int i = 0; i < untouched.length; i++) {
            block[i] = untouched[i] == 1 ? before[i] : block[i];
        }
        first = from;
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public void close() {
        corruptor.close();
        whenClosed.accept(this);
    }
}
