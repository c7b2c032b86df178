package dev.diabolo;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Computes a block of rows when the block before it is used up. */
final class BlockIterator implements Iterator<float[]> {
    /** Rows of some numbers. */
    interface Source {
        float[][] rows(int first, int count);
    }

    private final int block;
    private final int size;
    private final Source source;
    private float[][] results = {};
    private int next;

    BlockIterator(int block, int size, Source source) {
        this.block = block;
        this.size = size;
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        return next < size;
    }

    @Override
    public float[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (next % block == 0) {
            results = source.rows(next, Math.min(block, size - next));
        }
        return results[next++ % block];
    }
}
