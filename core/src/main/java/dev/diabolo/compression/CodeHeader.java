package dev.diabolo.compression;

import dev.diabolo.spi.graph.TensorSpec;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * What stands at the beginning of a file of codes.
 *
 * @param fingerprint of the model, 64 hexadecimal digits
 * @param data the shape of one example
 * @param code the shape of one code
 * @param rows how many codes there are, at least 1
 * @param bits of each number, from 1 to {@value #MOST_BITS}
 * @param given as {@link CodeFile.Owner#given}
 */
record CodeHeader(String fingerprint, TensorSpec data, TensorSpec code, int rows, int bits, String given) {
    /** Of files for a model that is given nothing. */
    static final int VERSION = 1;
    /** Of files that say at the end of the header what the model was given. */
    static final int VERSION_GIVEN = 2;

    static final int MOST_BITS = 16;

    private static final byte[] MAGIC = {'D', 'B', 'L', 'C'};
    private static final int FINGERPRINT_BYTES = 32;
    private static final int MOST_DIMENSIONS = 8;
    /** Numbers that are quantised and packed together, of whole rows: bounds memory, in writing and in reading. */
    private static final int BLOCK_NUMBERS = 1 << 22;

    int levels() {
        return 1 << bits;
    }

    int bytesPerNumber() {
        return bits > Byte.SIZE ? 2 : 1;
    }

    /** Rows of every block but the last, which has what is left. */
    int rowsPerBlock() {
        return Math.max(1, BLOCK_NUMBERS / code.size());
    }

    int blocks() {
        return (rows - 1) / rowsPerBlock() + 1;
    }

    int rowsOf(int block) {
        return Math.min(rowsPerBlock(), rows - block * rowsPerBlock());
    }

    void write(DataOutput out) throws IOException {
        out.write(MAGIC);
        out.writeByte(given.isEmpty() ? VERSION : VERSION_GIVEN);
        out.write(HexFormat.of().parseHex(fingerprint));
        write(out, data);
        write(out, code);
        out.writeInt(rows);
        out.writeByte(bits);
        if (!given.isEmpty()) {
            byte[] text = given.getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }

    private static void write(DataOutput out, TensorSpec spec) throws IOException {
        out.writeByte(spec.rank());
        for (long dimension : spec.shape()) {
            out.writeInt((int) dimension);
        }
    }

    /** Reads a header; whether it fits a model is for others to say. */
    static CodeHeader read(DataInputStream in) throws IOException {
        byte[] magic = new byte[MAGIC.length];
        in.readFully(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("this is no file of codes");
        }
        int version = in.readUnsignedByte();
        if (version != VERSION && version != VERSION_GIVEN) {
            throw new IOException(
                    "it is of format " + version + ", and this Diabolo reads " + VERSION + " and " + VERSION_GIVEN);
        }
        byte[] fingerprint = new byte[FINGERPRINT_BYTES];
        in.readFully(fingerprint);
        TensorSpec data = readSpec(in);
        TensorSpec code = readSpec(in);
        int rows = in.readInt();
        int bits = in.readUnsignedByte();
        if (rows < 1 || bits < 1 || bits > MOST_BITS) {
            throw new IOException("it is said to hold " + rows + " codes of " + bits + " bits");
        }
        String given = version == VERSION_GIVEN ? readText(in) : "";
        return new CodeHeader(HexFormat.of().formatHex(fingerprint), data, code, rows, bits, given);
    }

    /** Takes no more memory than the file has bytes, whatever length it states. */
    private static String readText(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 1) {
            throw new IOException("it is said to hold a text of " + length + " bytes");
        }
        byte[] text = in.readNBytes(length);
        if (text.length < length) {
            throw new EOFException();
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private static TensorSpec readSpec(DataInputStream in) throws IOException {
        int rank = in.readUnsignedByte();
        if (rank < 1 || rank > MOST_DIMENSIONS) {
            throw new IOException("it is said to hold arrays of " + rank + " dimensions");
        }
        long[] shape = new long[rank];
        long size = 1;
        for (int i = 0; i < rank; i++) {
            shape[i] = in.readInt();
            if (shape[i] < 1 || shape[i] > Integer.MAX_VALUE / size) {
                throw new IOException("it is said to hold arrays of an impossible shape");
            }
            size *= shape[i];
        }
        return TensorSpec.of(shape);
    }
}
