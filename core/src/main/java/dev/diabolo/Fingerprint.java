package dev.diabolo;

import dev.diabolo.spi.data.Examples;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of examples' values as little-endian float32, in order: the same numbers have the same print, whatever file held them. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Examples examples) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            float[] row = new float[examples.spec().size()];
            ByteBuffer bytes = ByteBuffer.allocate(4 * row.length).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < examples.size(); i++) {
                examples.read(i, row, 0);
                bytes.clear();
                bytes.asFloatBuffer().put(row);
                digest.update(bytes.array());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
