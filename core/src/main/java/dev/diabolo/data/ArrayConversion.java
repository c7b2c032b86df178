package dev.diabolo.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/** Copies an array that can only be read from its beginning to a converted file, piece by piece. */
final class ArrayConversion {
    private static final int CHUNK = 1 << 16;

    private ArrayConversion() {}

    /**
     * Converts.
     *
     * @param payload positioned behind the header; must end exactly where the array does
     * @param conversion is closed here
     * @throws dev.diabolo.spi.error.DiaboloException (USER) for what is no complete array of finite values
     */
    static StoredExamples convert(Payload payload, ArrayHeader header, Conversion conversion) throws IOException {
        try (conversion) {
            String where = payload.where();
            List<Integer> shape = header.shape(where);
            if (payload.length() >= 0) {
                header.requireLength(where, payload.length());
            }
            copy(payload, header, conversion);
            ArrayDecoder.requireEnd(payload, header);
            ElementType type = header.type().fitsUnsignedByte() ? ElementType.UNSIGNED_BYTE : ElementType.FLOAT;
            return conversion.finish(type, shape.get(0), NumericArray.spec(shape), null);
        }
    }

    private static void copy(Payload payload, ArrayHeader header, Conversion conversion) throws IOException {
        InputStream in = payload.in();
        int width = header.rowWidth(payload.where());
        ElementType type = header.type();
        byte[] chunk = new byte[CHUNK];
        ByteBuffer buffer = ByteBuffer.wrap(chunk).order(header.order());
        long count = header.count();
        long done = 0;
        while (done < count) {
            int wanted = (int) Math.min(chunk.length / type.width(), count - done);
            int read = in.readNBytes(chunk, 0, wanted * type.width()) / type.width();
            buffer.clear();
            for (int i = 0; i < read; i++, done++) {
                float value = (float) type.read(buffer);
                if (!Float.isFinite(value)) {
                    throw DataErrors.notFinite(payload.where(), (int) (done / width), (int) (done % width), value);
                }
                if (type.fitsUnsignedByte()) {
                    conversion.addByte((int) value);
                } else {
                    conversion.add(value);
                }
            }
            if (read < wanted) {
                throw DataErrors.sizeMismatch(payload.where(), count + " values", "only " + done);
            }
        }
    }
}
