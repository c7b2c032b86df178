package dev.diabolo.plugins.vae;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;

/** The parameters in a model file, read by the format's description: a header in JSON, and floats behind it. */
final class StoredParameters {
    private static final Pattern ENTRY = Pattern.compile(
            "\"([^\"]+)\":\\{\"dtype\":\"F32\",\"shape\":\\[([0-9,]*)],\"data_offsets\":\\[(\\d+),(\\d+)]}");

    private final Map<String, double[]> values = new HashMap<>();

    static StoredParameters of(Path model) throws IOException {
        try (ZipFile file = new ZipFile(model.toFile());
                var stream = file.getInputStream(file.getEntry("parameters.safetensors"))) {
            return new StoredParameters(ByteBuffer.wrap(stream.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    private StoredParameters(ByteBuffer bytes) {
        int header = Math.toIntExact(bytes.getLong(0));
        Matcher entries = ENTRY.matcher(new String(bytes.array(), Long.BYTES, header, StandardCharsets.UTF_8));
        while (entries.find()) {
            int from = Long.BYTES + header + Integer.parseInt(entries.group(3));
            int to = Long.BYTES + header + Integer.parseInt(entries.group(4));
            double[] read = new double[(to - from) / Float.BYTES];
            for (int i = 0; i < read.length; i++) {
                read[i] = bytes.getFloat(from + i * Float.BYTES);
            }
            values.put(entries.group(1), read);
        }
    }

    /** {@code x W + b} of a layer. */
    double[] linear(String layer, double[] input) {
        double[] weight = values.get(layer + "/weight");
        double[] result = values.get(layer + "/bias").clone();
        for (int i = 0; i < input.length; i++) {
            for (int j = 0; j < result.length; j++) {
                result[j] += input[i] * weight[i * result.length + j];
            }
        }
        return result;
    }
}
