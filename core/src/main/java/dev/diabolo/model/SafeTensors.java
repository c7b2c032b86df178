package dev.diabolo.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.diabolo.engine.ParameterValues;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Arrays in the safetensors format: eight bytes of header length, a JSON header with type, shape and place of each array, and
 * the values. Float32 only. <b>Source:</b> the format's specification by Hugging Face, github.com/huggingface/safetensors.
 */
final class SafeTensors {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_HEADER_BYTES = 100_000_000;
    private static final int CHUNK_FLOATS = 1 << 16;

    private SafeTensors() {}

    static void write(OutputStream out, List<ParameterValues> arrays) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        long offset = 0;
        for (ParameterValues array : arrays) {
            ObjectNode entry = header.putObject(array.name());
            entry.put("dtype", "F32");
            ArrayNode shape = entry.putArray("shape");
            for (long dimension : array.shape()) {
                shape.add(dimension);
            }
            long end = offset + 4L * array.values().length;
            entry.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        byte[] text = padded(JSON.writeValueAsBytes(header));
        out.write(ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length)
                .array());
        out.write(text);
        for (ParameterValues array : arrays) {
            writeValues(out, array.values());
        }
    }

    /** Spaces to a multiple of eight bytes, so that the values are aligned. */
    private static byte[] padded(byte[] text) {
        byte[] padded = Arrays.copyOf(text, (text.length + 7) / 8 * 8);
        Arrays.fill(padded, text.length, padded.length, (byte) ' ');
        return padded;
    }

    private static void writeValues(OutputStream out, float[] values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * CHUNK_FLOATS).order(ByteOrder.LITTLE_ENDIAN);
        for (int from = 0; from < values.length; from += CHUNK_FLOATS) {
            int count = Math.min(CHUNK_FLOATS, values.length - from);
            bytes.clear();
            bytes.asFloatBuffer().put(values, from, count);
            out.write(bytes.array(), 0, 4 * count);
        }
    }

    /**
     * Reads arrays.
     *
     * @param available how many bytes there are said to be; memory is taken only as they really come, whoever said so
     * @throws IOException where the bytes are not such a file
     */
    static List<ParameterValues> read(InputStream in, long available) throws IOException {
        DataInputStream data = new DataInputStream(in);
        long headerLength = Long.reverseBytes(data.readLong());
        if (headerLength < 2 || headerLength > MOST_HEADER_BYTES || headerLength > available - Long.BYTES) {
            throw new IOException("the header of the parameters has an impossible length of " + headerLength);
        }
        byte[] text = data.readNBytes((int) headerLength);
        if (text.length < headerLength) {
            throw new EOFException("the parameters end within their header");
        }
        JsonNode header = parse(text);
        long rest = available - Long.BYTES - headerLength;
        List<ParameterValues> arrays = new ArrayList<>();
        long position = 0;
        for (Iterator<Map.Entry<String, JsonNode>> entries = header.fields(); entries.hasNext(); ) {
            Map.Entry<String, JsonNode> entry = entries.next();
            if (entry.getKey().equals("__metadata__")) {
                continue;
            }
            Layout layout = layout(entry.getKey(), entry.getValue(), position, rest);
            arrays.add(new ParameterValues(entry.getKey(), layout.shape(), readValues(data, layout.count())));
            position += 4L * layout.count();
        }
        if (position != rest) {
            throw new IOException("the parameters have " + (rest - position) + " bytes that belong to no array");
        }
        return arrays;
    }

    private record Layout(long[] shape, int count) {}

    private static JsonNode parse(byte[] text) throws IOException {
        try {
            JsonNode header = JSON.readTree(new String(text, StandardCharsets.UTF_8));
            if (header == null || !header.isObject()) {
                throw new IOException("the header of the parameters is no JSON object");
            }
            return header;
        } catch (JsonProcessingException e) {
            throw new IOException("the header of the parameters is no JSON", e);
        }
    }

    private static Layout layout(String name, JsonNode entry, long position, long rest) throws IOException {
        JsonNode offsets = entry.path("data_offsets");
        JsonNode sizes = entry.path("shape");
        if (!entry.path("dtype").asText().equals("F32") || !sizes.isArray() || offsets.size() != 2) {
            throw new IOException("array '" + name + "' is not described as float32 values with shape and place");
        }
        long[] shape = new long[sizes.size()];
        long count = 1;
        for (int i = 0; i < shape.length; i++) {
            shape[i] = sizes.get(i).asLong(-1);
            if (shape[i] < 0 || (shape[i] > 0 && count > Integer.MAX_VALUE / shape[i])) {
                throw new IOException("array '" + name + "' has an impossible shape");
            }
            count *= shape[i];
        }
        long from = offsets.get(0).asLong(-1);
        long to = offsets.get(1).asLong(-1);
        if (from != position || to - from != 4 * count || to > rest) {
            throw new IOException("array '" + name + "' does not lie where the one before it ends");
        }
        return new Layout(shape, (int) count);
    }

    /** The array grows with what has arrived: a header and a directory that both lie cost no more than the file gives. */
    private static float[] readValues(DataInputStream data, int count) throws IOException {
        float[] values = new float[Math.min(CHUNK_FLOATS, count)];
        byte[] bytes = new byte[4 * values.length];
        for (int from = 0; from < count; from += CHUNK_FLOATS) {
            int part = Math.min(CHUNK_FLOATS, count - from);
            data.readFully(bytes, 0, 4 * part);
            if (from + part > values.length) {
                values = Arrays.copyOf(values, (int) Math.min(count, 2L * values.length));
            }
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values, from, part);
        }
        return values;
    }
}
