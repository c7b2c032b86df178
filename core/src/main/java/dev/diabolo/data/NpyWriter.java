package dev.diabolo.data;

import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;

/**
 * NumPy's format for one array: version 1.0, little-endian 32-bit floats, row-major, the first axis counting rows. The
 * header is written twice, since the number of rows is known only at the end.
 */
public final class NpyWriter implements RowWriter {
    /** NumPy aligns the values so that they can be mapped into memory. */
    private static final int ALIGNMENT = 64;

    private static final int CHUNK = 1 << 16;

    @Override
    public long write(Path target, TensorSpec spec, Iterator<float[]> rows) {
        return new AtomicFile(target).write(channel -> writeTo(channel, spec, rows));
    }

    private static long writeTo(FileChannel channel, TensorSpec spec, Iterator<float[]> rows) throws IOException {
        int headerBytes = header(Long.MAX_VALUE, spec, 0).remaining();
        writeFully(channel, header(0, spec, headerBytes));
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        long count = 0;
        while (rows.hasNext()) {
            float[] row = rows.next();
            RowLength.require(row, spec);
            for (float value : row) {
                if (!buffer.hasRemaining()) {
                    writeFully(channel, buffer.flip());
                    buffer.clear();
                }
                buffer.putFloat(value);
            }
            count++;
        }
        writeFully(channel, buffer.flip());
        channel.position(0);
        writeFully(channel, header(count, spec, headerBytes));
        return count;
    }

    private static ByteBuffer header(long rows, TensorSpec spec, int atLeast) {
        String sizes =
                Arrays.stream(spec.batched(rows)).mapToObj(Long::toString).collect(Collectors.joining(", "));
        String text = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + sizes + "), }";
        int unpadded = Math.max(atLeast, 10 + text.length() + 1);
        int total = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        byte[] bytes = new byte[total];
        Arrays.fill(bytes, (byte) ' ');
        bytes[total - 1] = '\n';
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.US_ASCII));
        buffer.put((byte) 1).put((byte) 0).putShort((short) (total - 10));
        buffer.put(text.getBytes(StandardCharsets.US_ASCII));
        return buffer.clear();
    }

    private static void writeFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
