package dev.diabolo;

import dev.diabolo.engine.ParameterValues;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.data.Examples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** SHA-256 of numbers as little-endian float32, in order: the same numbers have the same print, whatever file held them. */
final class Fingerprint {
    private Fingerprint() {}

    /**
     * Of examples.
     *
     * @param others behind them
     */
    static String of(Examples examples, Optional<Examples> others) {
        MessageDigest digest = sha256();
        add(digest, examples);
        others.ifPresent(more -> add(digest, more));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, Examples examples) {
        float[] row = new float[examples.spec().size()];
        for (int i = 0; i < examples.size(); i++) {
            examples.read(i, row, 0);
            add(digest, row);
        }
    }

    /** Of what a model computes: its components, the shape and scale of its data, and its parameters. */
    static String of(ModelDocument document, List<ParameterValues> parameters) {
        MessageDigest digest = sha256();
        add(digest, text(document.data()));
        document.components().forEach(component -> add(digest, component.kind() + " " + component.id()));
        for (ParameterValues parameter : parameters) {
            add(digest, parameter.name() + Arrays.toString(parameter.shape()));
            add(digest, parameter.values());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Files keep prints of this text: what data gain later is named only where it is there. */
    private static String text(ModelDocument.Data data) {
        String conditions = data.conditions() == null ? "" : ", conditions=" + data.conditions();
        return "Data[shape=" + data.shape() + ", offset=" + data.offset() + ", factor=" + data.factor() + ", reading="
                + data.reading() + ", classes=" + data.classes() + conditions + "]";
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static void add(MessageDigest digest, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        digest.update(bytes.array());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
