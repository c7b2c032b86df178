package dev.diabolo.compression;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.LZMAOutputStream;

/**
 * LZMA, for its adaptive binary range coder: its model of single bytes follows the distribution of the levels, one dimension after
 * the other. Without context of the byte before, for levels of one dimension belong to different examples (docs/adr/0020).
 */
final class EntropyCoding {
    /** No bits of the byte before, none of the position. */
    private static final byte PROPERTIES = 0;

    private static final int DICTIONARY = 1 << 16;

    private EntropyCoding() {}

    static byte[] pack(byte[] levels) throws IOException {
        LZMA2Options options = new LZMA2Options();
        options.setDictSize(DICTIONARY);
        options.setLcLp(0, 0);
        options.setPb(0);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (LZMAOutputStream out = new LZMAOutputStream(packed, options, false)) {
            out.write(levels);
        }
        return packed.toByteArray();
    }

    /** As many levels as there are said to be, neither more nor fewer. */
    static byte[] unpack(byte[] packed, int count) throws IOException {
        try (LZMAInputStream in =
                new LZMAInputStream(new ByteArrayInputStream(packed), count, PROPERTIES, DICTIONARY)) {
            byte[] levels = in.readNBytes(count);
            if (levels.length < count) {
                throw new EOFException("its codes end too early");
            }
            return levels;
        }
    }
}
