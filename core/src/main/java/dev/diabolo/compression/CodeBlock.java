package dev.diabolo.compression;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Some rows of codes: the quantiser, then all levels of the first dimension, of the second, and so on. */
final class CodeBlock {
    private CodeBlock() {}

    /** Writes rows, end to end. */
    static void write(DataOutput out, CodeHeader header, float[] codes) throws IOException {
        int size = header.code().size();
        int rows = codes.length / size;
        Quantiser quantiser = Quantiser.fit(codes, size, header.levels());
        byte[] levels = new byte[codes.length * header.bytesPerNumber()];
        for (int dimension = 0; dimension < size; dimension++) {
            for (int row = 0; row < rows; row++) {
                int level = quantiser.level(codes[row * size + dimension], dimension, header.levels());
                int position = dimension * header.bytesPerNumber() * rows + row;
                levels[position] = (byte) level;
                if (header.bytesPerNumber() == 2) {
                    levels[position + rows] = (byte) (level >> Byte.SIZE);
                }
            }
        }
        byte[] packed = EntropyCoding.pack(levels);
        quantiser.write(out);
        out.writeInt(packed.length);
        out.write(packed);
    }

    /**
     * Reads rows.
     *
     * @param available bytes that the file has at most
     */
    static float[] read(DataInput in, CodeHeader header, int rows, long available) throws IOException {
        int size = header.code().size();
        Quantiser quantiser = Quantiser.read(in, size);
        byte[] packed = new byte[length(in, available)];
        in.readFully(packed);
        byte[] levels = EntropyCoding.unpack(packed, Math.multiplyExact(rows * header.bytesPerNumber(), size));
        float[] codes = new float[rows * size];
        for (int dimension = 0; dimension < size; dimension++) {
            for (int row = 0; row < rows; row++) {
                int position = dimension * header.bytesPerNumber() * rows + row;
                int level = Byte.toUnsignedInt(levels[position]);
                if (header.bytesPerNumber() == 2) {
                    level |= Byte.toUnsignedInt(levels[position + rows]) << Byte.SIZE;
                }
                codes[row * size + dimension] = quantiser.value(level, dimension);
            }
        }
        return codes;
    }

    static int length(DataInput in, long available) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > available) {
            throw new IOException("a block is said to hold " + length + " bytes");
        }
        return length;
    }
}
