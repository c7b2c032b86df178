package dev.diabolo.compression;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.Reason;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The codes of a checked file; one block of them is in memory. */
final class StoredCodes implements Examples {
    private final Path file;
    private final CodeHeader header;
    private final long[] positions;
    private int loaded = -1;
    private float[] codes = {};

    /**
     * @param positions where each block begins, and where the last ends
     */
    StoredCodes(Path file, CodeHeader header, long[] positions) {
        this.file = file;
        this.header = header;
        this.positions = positions;
    }

    /**
     * Where blocks begin, by their stated lengths.
     *
     * @param end of the last block
     */
    static long[] positions(Path file, CodeHeader header, long end) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            CodeHeader.read(in);
            long scales = 2L * Float.BYTES * header.code().size();
            long smallest = scales + Integer.BYTES;
            long first = CodeFile.headerBytes(header);
            if ((end - first) / smallest < header.blocks()) {
                throw new IOException("it is said to hold " + header.rows() + " codes, more than there is room for");
            }
            long[] positions = new long[header.blocks() + 1];
            positions[0] = first;
            for (int block = 0; block < header.blocks(); block++) {
                in.skipNBytes(scales);
                long begin = positions[block] + smallest;
                int length = CodeBlock.length(in, end - begin);
                in.skipNBytes(length);
                positions[block + 1] = begin + length;
            }
            if (positions[header.blocks()] != end) {
                throw new IOException("it has bytes that belong to no block");
            }
            return positions;
        }
    }

    @Override
    public TensorSpec spec() {
        return header.code();
    }

    @Override
    public int size() {
        return header.rows();
    }

    @Override
    public boolean inMemory() {
        return false;
    }

    @Override
    public synchronized void read(int index, float[] target, int offset) {
        int block = index / header.rowsPerBlock();
        if (block != loaded) {
            codes = load(block);
            loaded = block;
        }
        int size = header.code().size();
        System.arraycopy(codes, index % header.rowsPerBlock() * size, target, offset, size);
    }

    private float[] load(int block) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            in.skipNBytes(positions[block]);
            return CodeBlock.read(in, header, header.rowsOf(block), positions[block + 1] - positions[block]);
        } catch (IOException e) {
            throw CodeFile.broken(file, Reason.of(e), "use a copy that is whole, or compress the data again", e);
        }
    }
}
