package dev.diabolo.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The content of an archive's entry, which is compared with the archive's checksum once all of it has been read. */
final class CheckedEntry extends FilterInputStream {
    private final ZipEntry entry;
    private final CRC32 checksum = new CRC32();

    CheckedEntry(InputStream in, ZipEntry entry) {
        super(in);
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            checksum.update(value);
        } else {
            check();
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read >= 0) {
            checksum.update(target, offset, read);
        } else {
            check();
        }
        return read;
    }

    private void check() throws ZipException {
        if (checksum.getValue() != entry.getCrc()) {
            throw new ZipException("the checksum of " + entry.getName() + " is wrong");
        }
    }

    /** What is skipped would be missing from the checksum. */
    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
