package dev.diabolo.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The content of an archive's entry, which is compared with the archive's checksum once all of it has been read. */
final class CheckedEntry extends CheckedInputStream {
    private final ZipEntry entry;

    CheckedEntry(InputStream in, ZipEntry entry) {
        super(in, new CRC32());
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value < 0) {
            check();
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read < 0) {
            check();
        }
        return read;
    }

    private void check() throws ZipException {
        if (getChecksum().getValue() != entry.getCrc()) {
            throw new ZipException("the checksum of " + entry.getName() + " is wrong");
        }
    }

    /** Reading on from an earlier place would count what is there twice. */
    @Override
    public boolean markSupported() {
        return false;
    }
}
