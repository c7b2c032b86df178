package dev.diabolo.data;

import dev.diabolo.spi.graph.TensorSpec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values, one row a line, each number as the short text that reads back as the same float. */
public final class CsvWriter implements RowWriter {
    private final List<String> header;

    /** Writes no header. */
    public CsvWriter() {
        this(List.of());
    }

    /**
     * Writes a header.
     *
     * @param header a name for every value of a row; empty for no header
     */
    public CsvWriter(List<String> header) {
        this.header = List.copyOf(header);
    }

    @Override
    public long write(Path target, TensorSpec spec, Iterator<float[]> rows) {
        if (!header.isEmpty() && header.size() != spec.size()) {
            throw new IllegalArgumentException(header.size() + " names do not head rows of shape " + spec);
        }
        return new AtomicFile(target).write(channel -> writeTo(channel, spec, rows));
    }

    private long writeTo(FileChannel channel, TensorSpec spec, Iterator<float[]> rows) throws IOException {
        Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
        if (!header.isEmpty()) {
            out.write(header.stream().map(CsvWriter::quoted).collect(Collectors.joining(",")) + "\n");
        }
        long count = 0;
        while (rows.hasNext()) {
            float[] row = rows.next();
            RowLength.require(row, spec);
            for (int i = 0; i < row.length; i++) {
                out.write(i == 0 ? "" : ",");
                out.write(Float.toString(row[i]));
            }
            out.write("\n");
            count++;
        }
        out.flush();
        return count;
    }

    private static String quoted(String name) {
        boolean special =
                name.chars().anyMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r' || c == '\t');
        return special ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
