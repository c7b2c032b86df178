package dev.diabolo.data;

import dev.diabolo.spi.graph.TensorSpec;
import java.nio.file.Path;
import java.util.Iterator;

/** Writes rows of values to a file, one by one, without holding them all. */
public sealed interface RowWriter permits NpyWriter, CsvWriter {
    /**
     * Writes all rows. The file appears, or replaces an older one, only once it is complete; after a failure whatever
     * was there before is still there and nothing else.
     *
     * @param target the file
     * @param spec the shape of one row
     * @param rows {@code spec.size()} values each; a row is not kept, so its array may be used again for the next
     * @return how many rows were written
     * @throws dev.diabolo.spi.error.DiaboloException (RESOURCE) where the file cannot be written
     * @throws IllegalArgumentException where a row has another number of values
     */
    long write(Path target, TensorSpec spec, Iterator<float[]> rows);
}
