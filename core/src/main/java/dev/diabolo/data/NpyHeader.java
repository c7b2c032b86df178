package dev.diabolo.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an NPY file says about itself: a Python dictionary in a fixed form. */
final class NpyHeader {
    /** NumPy writes 128 bytes for plain arrays and refuses more than 10,000 unless told otherwise. */
    private static final int LONGEST = 10_000;

    private static final int MAXIMUM_RANK = 4;
    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>|=])([a-z?])(\\d*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9,\\sL]*)\\)");

    private NpyHeader() {}

    static ArrayHeader read(InputStream in, String where) throws IOException {
        byte[] prefix = in.readNBytes(8);
        if (!NpyFormat.begins(prefix) || prefix.length < 8) {
            throw DataErrors.wrongMagic(where, "an NPY file");
        }
        int version = prefix[6];
        if (version < 1 || version > 3) {
            throw DataErrors.badHeader(where, "NPY version " + version + " is not known; allowed: 1, 2, 3");
        }
        int lengthBytes = version == 1 ? 2 : 4;
        byte[] lengthField = in.readNBytes(lengthBytes);
        long length = 0;
        for (int i = lengthField.length - 1; i >= 0; i--) {
            length = length << 8 | lengthField[i] & 0xFF;
        }
        if (length > LONGEST) {
            throw DataErrors.badHeader(where, "the NPY header claims " + length + " bytes; allowed: " + LONGEST);
        }
        byte[] text = in.readNBytes((int) length);
        if (lengthField.length < lengthBytes || text.length < length) {
            throw DataErrors.sizeMismatch(where, "a header of " + length + " bytes", "only " + text.length);
        }
        return parse(new String(text, StandardCharsets.UTF_8), 8 + lengthBytes + (int) length, where);
    }

    private static ArrayHeader parse(String text, int bytes, String where) {
        Matcher descr = DESCR.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!descr.find() || !order.find() || !shape.find()) {
            throw DataErrors.badHeader(
                    where, "only plain arrays of numbers can be read, and the NPY header is " + text.strip());
        }
        ElementType type = type(descr.group(2) + descr.group(3), where);
        ByteOrder byteOrder = descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        return new ArrayHeader(bytes, type, byteOrder, order.group(1).equals("True"), sizes(shape.group(1), where));
    }

    private static ElementType type(String code, String where) {
        return switch (code) {
            case "b1" -> ElementType.BOOLEAN;
            case "u1" -> ElementType.UNSIGNED_BYTE;
            case "i1" -> ElementType.SIGNED_BYTE;
            case "u2" -> ElementType.UNSIGNED_SHORT;
            case "i2" -> ElementType.SHORT;
            case "u4" -> ElementType.UNSIGNED_INT;
            case "i4" -> ElementType.INT;
            case "u8" -> ElementType.UNSIGNED_LONG;
            case "i8" -> ElementType.LONG;
            case "f2" -> ElementType.HALF;
            case "f4" -> ElementType.FLOAT;
            case "f8" -> ElementType.DOUBLE;
            default ->
                throw DataErrors.badHeader(
                        where,
                        "element type '" + code + "' is not a number we know; allowed: b1, u1, u2, u4, u8, i1, i2, i4,"
                                + " i8, f2, f4, f8");
        };
    }

    private static List<Long> sizes(String text, String where) {
        List<Long> sizes = new ArrayList<>();
        for (String part : text.replace("L", "").split(",")) {
            String digits = part.strip();
            if (digits.length() > 18) {
                throw DataErrors.badHeader(where, "size " + digits + " is not possible");
            }
            if (!digits.isEmpty()) {
                sizes.add(Long.parseLong(digits));
            }
        }
        if (sizes.isEmpty() || sizes.size() > MAXIMUM_RANK) {
            throw DataErrors.badHeader(
                    where, "an array of shape (" + text + ") cannot be read; allowed: 1 to " + MAXIMUM_RANK + " axes");
        }
        return sizes;
    }
}
