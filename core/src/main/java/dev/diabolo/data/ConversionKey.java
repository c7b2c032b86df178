package dev.diabolo.data;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Which file was converted, and as it was when. A file's content is not looked at: its length, its time of change and, where
 * the system has such, its number tell one version from another.
 *
 * @param path of the file or directory, as it was named
 * @param files what is read: the file itself, or files in the directory
 * @param entry the name of the array in it; empty where there is only one
 * @param source the file and the array, whatever the version
 * @param version of the file
 */
record ConversionKey(Path path, List<Path> files, String entry, String source, String version) {
    /** Changes whenever the layout of converted files, or what readers make of a source, does. */
    private static final String LAYOUT = "1";

    private static final int CHARACTERS = 32;

    ConversionKey {
        files = List.copyOf(files);
    }

    static ConversionKey of(Path path, String entry) throws IOException {
        return of(path, List.of(path), entry);
    }

    /**
     * Of some files in a directory, in this order.
     *
     * @param entry how they are read
     */
    static ConversionKey of(Path path, List<Path> files, String entry) throws IOException {
        StringBuilder version = new StringBuilder(LAYOUT);
        for (Path file : files) {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (!file.equals(path)) {
                version.append('\0').append(path.relativize(file));
            }
            version.append('\0').append(attributes.size());
            version.append('\0').append(attributes.lastModifiedTime());
            version.append('\0').append(attributes.fileKey());
        }
        return new ConversionKey(path, files, entry, hash(path.toRealPath() + "\0" + entry), hash(version.toString()));
    }

    /** Whether the file is still the one that this was made of. */
    boolean isCurrent() throws IOException {
        return equals(of(path, files, entry));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, CHARACTERS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JVM has SHA-256", impossible);
        }
    }
}
