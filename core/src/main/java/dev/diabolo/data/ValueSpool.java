package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects values whose number nobody knows: in memory while they are few, from then on in a converted file. In memory they
 * are kept in blocks, since an array that grows needs more than twice their room.
 */
final class ValueSpool implements AutoCloseable {
    private static final int BLOCK = 1 << 18;

    private final String where;
    private final Storage storage;
    private final ConversionKey key;
    private final List<float[]> full = new ArrayList<>();
    private float[] block = new float[0];
    private int inBlock;
    private @Nullable Conversion conversion;
    private long size;

    /**
     * @param path the file that the values come from
     */
    ValueSpool(Path path, Storage storage, ConversionKey key) {
        this.where = path.toString();
        this.storage = storage;
        this.key = key;
    }

    long size() {
        return size;
    }

    /** Adds a value, which is finite. */
    void add(float value) throws IOException {
        size++;
        if (conversion != null) {
            conversion.add(value);
            return;
        }
        if (inBlock == block.length) {
            extend();
        }
        block[inBlock++] = value;
        if (!storage.inMemory(size * Float.BYTES)) {
            spill();
        }
    }

    private void extend() {
        if (size > FloatList.MAXIMUM) {
            throw DataErrors.tooLarge(where, size);
        }
        if (inBlock == BLOCK) {
            full.add(block);
            block = new float[0];
            inBlock = 0;
        }
        // The first block grows, as most tables are small.
        float[] longer = new float[full.isEmpty() ? Math.min(BLOCK, Math.max(1024, 2 * inBlock)) : BLOCK];
        System.arraycopy(block, 0, longer, 0, inBlock);
        block = longer;
    }

    private void spill() throws IOException {
        Conversion begun = storage.cache().conversion(key);
        conversion = begun;
        for (float[] values : full) {
            begun.add(values, values.length);
        }
        begun.add(block, inBlock);
        full.clear();
        block = new float[0];
    }

    /** All values as examples of one shape. */
    Examples examples(TensorSpec spec, int @Nullable [] labels) throws IOException {
        return conversion == null
                ? new ArrayExamples(spec, new Values.Floats(array()), labels)
                : conversion.finish(ElementType.FLOAT, rows(spec), spec, labels);
    }

    private float[] array() {
        float[] values = new float[(int) size];
        int position = 0;
        for (float[] part : full) {
            System.arraycopy(part, 0, values, position, part.length);
            position += part.length;
        }
        System.arraycopy(block, 0, values, position, inBlock);
        return values;
    }

    private int rows(TensorSpec spec) {
        long rows = size / spec.size();
        if (rows > FloatList.MAXIMUM) {
            throw DataErrors.tooLarge(where, rows);
        }
        return (int) rows;
    }

    @Override
    public void close() throws CacheUnwritable {
        if (conversion != null) {
            conversion.close();
        }
    }
}
