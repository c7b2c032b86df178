package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Collects values whose number nobody knows: in memory while they are few, from then on in a converted file. */
final class ValueSpool implements AutoCloseable {
    private final String where;
    private final Storage storage;
    private final ConversionKey key;
    private FloatList memory = new FloatList(1024);
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
        if (size > FloatList.MAXIMUM) {
            throw DataErrors.tooLarge(where, size);
        }
        memory.add(value);
        if (!storage.inMemory(size * Float.BYTES)) {
            spill();
        }
    }

    private void spill() throws IOException {
        Conversion begun = storage.cache().conversion(key);
        conversion = begun;
        for (int i = 0; i < memory.size(); i++) {
            begun.add(memory.get(i));
        }
        memory = new FloatList(0);
    }

    /** All values as examples of one shape. */
    Examples examples(TensorSpec spec, int @Nullable [] labels) throws IOException {
        return conversion == null
                ? new ArrayExamples(spec, new Values.Floats(memory.toArray()), labels)
                : conversion.finish(ElementType.FLOAT, rows(spec), spec, labels);
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
