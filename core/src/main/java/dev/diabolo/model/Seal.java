package dev.diabolo.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A checksum over every byte of a zip file, kept as the zip's comment: SHA-256 in hexadecimal. Zip's own checksums cover
 * contents only.
 */
final class Seal {
    private static final int LENGTH = 64;

    /** The last record of a zip without a comment; its last two bytes are the comment's length. */
    private static final int END_RECORD = 22;

    private Seal() {}

    /** A file that is not what was written. */
    static final class BrokenException extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenException(String message) {
            super(message);
        }
    }

    /** Seals a zip file that has no comment. */
    static void seal(Path file) throws IOException {
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "rw")) {
            zip.seek(zip.length() - 2);
            zip.write(LENGTH);
            zip.write(0);
        }
        String digest = digest(file, Files.size(file));
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "rw")) {
            zip.seek(zip.length());
            zip.write(digest.getBytes(StandardCharsets.US_ASCII));
            zip.getFD().sync();
        }
    }

    /** Refuses a file whose bytes are not those that were sealed. */
    static void verify(Path file) throws IOException, BrokenException {
        long size = Files.size(file);
        byte[] head = new byte[2];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(head, 0, 2);
        }
        if (!Arrays.equals(head, new byte[] {'P', 'K'}) || size < END_RECORD + LENGTH) {
            throw new BrokenException("this is no model file, or it was cut short or changed");
        }
        byte[] seal = new byte[LENGTH];
        try (RandomAccessFile zip = new RandomAccessFile(file.toFile(), "r")) {
            zip.seek(size - LENGTH);
            zip.readFully(seal);
        }
        String found = new String(seal, StandardCharsets.US_ASCII);
        if (!found.equals(digest(file, size - LENGTH))) {
            throw new BrokenException("the model file was cut short or changed: its checksum does not fit");
        }
    }

    private static String digest(Path file, long length) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        long left = length;
        try (InputStream in = Files.newInputStream(file)) {
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    break;
                }
                digest.update(buffer, 0, read);
                left -= read;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
