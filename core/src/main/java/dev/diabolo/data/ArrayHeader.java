package dev.diabolo.data;

import java.nio.ByteOrder;
import java.util.List;

/**
 * What a binary file says about its array.
 *
 * @param bytes the header's own length, behind which the values begin
 * @param columnMajor whether the first axis varies fastest in the file
 * @param sizes one to four, none negative; not yet believed
 */
record ArrayHeader(int bytes, ElementType type, ByteOrder order, boolean columnMajor, List<Long> sizes) {
    ArrayHeader {
        sizes = List.copyOf(sizes);
    }

    /**
     * The shape.
     *
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where there is no value, or an axis or a row is longer than
     *     Java counts
     */
    List<Integer> shape(String where) {
        for (int axis = 0; axis < sizes.size(); axis++) {
            if (sizes.get(axis) == 0) {
                throw DataErrors.empty(where);
            }
            if (sizes.get(axis) > FloatList.MAXIMUM) {
                throw DataErrors.tooLarge(where, sizes.get(axis));
            }
        }
        rowWidth(where);
        return sizes.stream().map(Long::intValue).toList();
    }

    /** How many values there are; {@link Long#MAX_VALUE} for more than that. */
    long count() {
        long count = 1;
        for (long size : sizes) {
            count = size != 0 && count > Long.MAX_VALUE / size ? Long.MAX_VALUE : count * size;
        }
        return count;
    }

    /** The values of one example. */
    int rowWidth(String where) {
        long width = 1;
        for (long size : sizes.subList(1, sizes.size())) {
            width *= size;
            if (width > FloatList.MAXIMUM) {
                throw DataErrors.tooLarge(where, width);
            }
        }
        return (int) width;
    }

    /** What the values take in memory, as {@link Values} keeps them. */
    long bytesInMemory() {
        long each = type.fitsUnsignedByte() ? 1 : Float.BYTES;
        return count() > Long.MAX_VALUE / each ? Long.MAX_VALUE : count() * each;
    }

    /** Refuses a file in which there are more or fewer bytes behind the header than it announces. */
    void requireLength(String where, long length) {
        long present = length - bytes;
        if (count() > Long.MAX_VALUE / type.width() || count() * type.width() != present) {
            String announced =
                    count() > Long.MAX_VALUE / type.width() ? "too many" : Long.toString(count() * type.width());
            throw DataErrors.sizeMismatch(
                    where,
                    NumericArray.text(shape(where)) + " values, " + announced + " bytes",
                    present + " bytes behind it");
        }
    }
}
