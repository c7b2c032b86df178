package dev.diabolo.data;

import java.io.InputStream;

/**
 * Uncompressed bytes of one file or archive entry.
 *
 * @param where the file, and the entry in it, for messages
 * @param in from the first byte on; the caller closes it
 * @param length how many bytes there are; -1 where nobody knows, as in gzip
 * @param lengthTrusted whether {@code length} is the file system's word, not a claim inside the file
 */
record Payload(String where, InputStream in, long length, boolean lengthTrusted) {}
