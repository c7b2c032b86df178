package dev.diabolo.data;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Small files in every format, made byte by byte so that no writer of ours vouches for a reader of ours. */
final class DataFixtures {
    private DataFixtures() {}

    static DataSources sources() {
        return sources(new Storage(Path.of("unused"), Long.MAX_VALUE));
    }

    static DataSources sources(Storage storage) {
        return new DataSources(
                Set.of(),
                new DownloadCache(Path.of("unused"), List.of(), DownloadListener.NONE, Duration.ofSeconds(5)),
                storage);
    }

    /** Reads a file as one that is too large for memory. */
    static Dataset openStored(Path path, Path copies) {
        return sources(new Storage(copies, 0)).open(path.toString());
    }

    static Dataset open(Path path) {
        return sources().open(path.toString());
    }

    static Dataset open(Path directory, String name, byte[] content) throws IOException {
        return open(Files.write(directory.resolve(name), content));
    }

    static Dataset open(Path directory, String name, String content) throws IOException {
        return open(directory, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static DiaboloException failure(ThrowingCallable action) {
        return catchThrowableOfType(DiaboloException.class, action);
    }

    static float[] row(Examples examples, int index) {
        float[] row = new float[examples.spec().size()];
        examples.read(index, row, 0);
        return row;
    }

    static float[] all(Examples examples) {
        int width = examples.spec().size();
        float[] values = new float[width * examples.size()];
        for (int i = 0; i < examples.size(); i++) {
            examples.read(i, values, i * width);
        }
        return values;
    }

    static byte[] idx(int type, int[] shape, byte... body) {
        ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * shape.length + body.length);
        buffer.put(new byte[] {0, 0, (byte) type, (byte) shape.length});
        for (int size : shape) {
            buffer.putInt(size);
        }
        return buffer.put(body).array();
    }

    static byte[] npy(String descr, boolean fortran, String shape, byte... body) {
        return npy(1, descr, fortran, shape, body);
    }

    static byte[] npy(int version, String descr, boolean fortran, String shape, byte... body) {
        String text = "{'descr': '" + descr + "', 'fortran_order': " + (fortran ? "True" : "False") + ", 'shape': "
                + shape + ", }\n";
        ByteBuffer buffer = ByteBuffer.allocate(8 + (version == 1 ? 2 : 4) + text.length() + body.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        buffer.put((byte) version).put((byte) 0);
        if (version == 1) {
            buffer.putShort((short) text.length());
        } else {
            buffer.putInt(text.length());
        }
        return buffer.put(text.getBytes(StandardCharsets.US_ASCII)).put(body).array();
    }

    static byte[] npz(Map<String, byte[]> arrays) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> array : arrays.entrySet()) {
                zip.putNextEntry(new ZipEntry(array.getKey() + ".npy"));
                zip.write(array.getValue());
            }
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        }
        return bytes.toByteArray();
    }

    static byte[] floats(ByteOrder order, float... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(order);
        for (float value : values) {
            buffer.putFloat(value);
        }
        return buffer.array();
    }

    static byte[] doubles(ByteOrder order, double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(order);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }
}
