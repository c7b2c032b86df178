package dev.diabolo.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Tells whether a downloaded file is the one that was wanted, without ever holding more than a piece of it. */
final class RemoteFileCheck {
    private static final int CHUNK = 1 << 16;

    private RemoteFileCheck() {}

    /** What is wrong with a gzipped file; empty where nothing is. */
    static Optional<String> fault(RemoteFile expected, Path file) throws IOException {
        MessageDigest digest = sha256();
        byte[] header = header(expected);
        long length = 0;
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), CHUNK);
                InputStream in = new GZIPInputStream(raw, CHUNK)) {
            byte[] head = in.readNBytes(header.length);
            if (!Arrays.equals(head, header)) {
                return Optional.of("it does not begin like an IDX file of " + NumericArray.text(expected.shape())
                        + " unsigned bytes");
            }
            digest.update(head);
            length += head.length;
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                length += read;
                if (length > expected.uncompressedBytes()) {
                    return Optional.of("it is longer than the " + expected.uncompressedBytes() + " bytes it should be");
                }
            }
        } catch (EOFException | ZipException damaged) {
            return Optional.of("it is no complete gzip file (" + damaged.getMessage() + ")");
        }
        if (length != expected.uncompressedBytes()) {
            return Optional.of("it has " + length + " bytes instead of " + expected.uncompressedBytes());
        }
        String found = HexFormat.of().formatHex(digest.digest());
        return expected.sha256()
                .filter(wanted -> !wanted.equals(found))
                .map(wanted -> "its SHA-256 is " + found + " instead of " + wanted);
    }

    private static byte[] header(RemoteFile expected) {
        int rank = expected.shape().size();
        ByteBuffer header = ByteBuffer.allocate(4 + 4 * rank).put(new byte[] {0, 0, 8, (byte) rank});
        expected.shape().forEach(header::putInt);
        return header.array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
