package dev.diabolo.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The format of the MNIST files: two zero bytes, a type, a rank, the sizes as big-endian 32-bit numbers, the values.
 * Source: Y. LeCun, C. Cortes, C. Burges, "The MNIST database", section "The IDX file format".
 */
final class IdxFormat {
    private static final int MAXIMUM_RANK = 4;

    private IdxFormat() {}

    static boolean begins(byte[] head) {
        return head.length >= 4 && head[0] == 0 && head[1] == 0 && head[2] >= 8 && head[2] <= 0x0E && head[3] > 0;
    }

    static ArrayHeader header(InputStream in, String where) throws IOException {
        byte[] magic = in.readNBytes(4);
        if (!begins(magic)) {
            throw DataErrors.wrongMagic(where, "an IDX file");
        }
        ElementType type = switch (magic[2]) {
            case 0x08 -> ElementType.UNSIGNED_BYTE;
            case 0x09 -> ElementType.SIGNED_BYTE;
            case 0x0B -> ElementType.SHORT;
            case 0x0C -> ElementType.INT;
            case 0x0D -> ElementType.FLOAT;
            case 0x0E -> ElementType.DOUBLE;
            default -> throw DataErrors.badHeader(where, "IDX has no element type " + magic[2]);
        };
        int rank = magic[3];
        if (rank > MAXIMUM_RANK) {
            throw DataErrors.badHeader(where, "an array of " + rank + " dimensions is more than " + MAXIMUM_RANK);
        }
        List<Long> sizes = new ArrayList<>();
        byte[] header = in.readNBytes(4 * rank);
        if (header.length < 4 * rank) {
            throw DataErrors.sizeMismatch(where, rank + " sizes", "only " + header.length / 4);
        }
        for (int axis = 0; axis < rank; axis++) {
            sizes.add(ByteBuffer.wrap(header).getInt(4 * axis) & 0xFFFF_FFFFL);
        }
        return new ArrayHeader(4 + 4 * rank, type, ByteOrder.BIG_ENDIAN, false, sizes);
    }
}
