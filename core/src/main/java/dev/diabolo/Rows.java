package dev.diabolo;

import dev.diabolo.data.CsvWriter;
import dev.diabolo.data.NpyWriter;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * Results, row by row: computed as they are asked for, so that there may be more than memory holds. May be iterated any
 * number of times; one iterator is for one thread.
 */
public final class Rows implements Iterable<float[]> {
    private final TensorSpec spec;
    private final int size;
    private final Supplier<Iterator<float[]>> source;
    private final List<String> columns;

    Rows(TensorSpec spec, int size, Supplier<Iterator<float[]>> source) {
        this(spec, size, source, List.of());
    }

    private Rows(TensorSpec spec, int size, Supplier<Iterator<float[]>> source, List<String> columns) {
        this.spec = spec;
        this.size = size;
        this.source = source;
        this.columns = List.copyOf(columns);
    }

    /**
     * Rows that are there already.
     *
     * @param rows each of {@code spec.size()} values
     */
    public static Rows of(TensorSpec spec, float[]... rows) {
        List<float[]> all = List.of(rows);
        for (float[] row : all) {
            if (row.length != spec.size()) {
                throw new IllegalArgumentException("a row of " + row.length + " values is no " + spec);
            }
        }
        return new Rows(spec, all.size(), all::iterator);
    }

    /**
     * These rows, with names of their values, which are the header where they are written to a table.
     *
     * @param names one for each value; empty for none
     */
    public Rows named(List<String> names) {
        if (!names.isEmpty() && names.size() != spec.size()) {
            throw new IllegalArgumentException(names.size() + " names are none of the values of " + spec);
        }
        return new Rows(spec, size, source, names);
    }

    /** The names of the values of a row; empty where they have none. */
    public List<String> columns() {
        return columns;
    }

    /** The shape of one row. */
    public TensorSpec spec() {
        return spec;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    @Override
    public Iterator<float[]> iterator() {
        return source.get();
    }

    /** These rows, each changed, with its number, as it is computed. */
    Rows each(ObjIntConsumer<float[]> change) {
        Supplier<Iterator<float[]>> changed = () -> {
            Iterator<float[]> rows = iterator();
            return new Iterator<>() {
                private int number;

                @Override
                public boolean hasNext() {
                    return rows.hasNext();
                }

                @Override
                public float[] next() {
                    float[] row = rows.next();
                    change.accept(row, number++);
                    return row;
                }
            };
        };
        return new Rows(spec, size, changed, columns);
    }

    /** All rows, in memory. */
    public float[][] toArray() {
        float[][] rows = new float[size][];
        int i = 0;
        for (float[] row : this) {
            rows[i++] = row;
        }
        return rows;
    }

    /** Refuses a file name that {@link #write} could not write, before any work is done. */
    public static void requireWritable(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".npy") && !name.endsWith(".csv")) {
            throw DiaboloException.user(
                    "output.unknown-format",
                    Problem.of("cannot tell in which format to write")
                            .at(file.toString())
                            .allowed("a name that ends in .npy or .csv"));
        }
    }

    /**
     * Writes the rows to a file, {@code .npy} or {@code .csv} by its name, a table with {@link #columns} as its header where there
     * are any; whole or not at all.
     *
     * @throws DiaboloException (USER) for another name, (RESOURCE) where it cannot be written
     */
    public void write(Path file) {
        requireWritable(file);
        boolean csv = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        (csv ? new CsvWriter(columns) : new NpyWriter()).write(file, spec, iterator());
    }
}
