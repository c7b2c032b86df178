package dev.diabolo.compression;

import dev.diabolo.files.PartFile;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.error.Reason;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * A file of compressed codes: a header, blocks of quantised and entropy-coded rows, and a SHA-256 of all before it. Numbers are
 * big-endian. Written beside its place and then renamed. Stateless: any number of threads may read and write, each its own file.
 */
public final class CodeFile {
    private static final int DIGEST_BYTES = 32;

    private CodeFile() {}

    /**
     * What a file belongs to. Immutable, and safe for any number of threads.
     *
     * @param fingerprint of the model, 64 hexadecimal digits
     * @param data the shape of one example
     * @param code the shape of one code
     * @param given what the model is given for all examples alike, as it is written behind {@code --given}: {@code age=40,sex=f};
     *     empty where nothing
     */
    public record Owner(String fingerprint, TensorSpec data, TensorSpec code, String given) {}

    /**
     * Writes codes.
     *
     * @param rows at least 1
     * @param codes as many rows as that, each of finite numbers
     * @param bits of each number, from 1 to 16
     * @throws DiaboloException (USER) for other bits or no rows, (RESOURCE) where the file cannot be written
     */
    public static void write(Path file, Owner owner, int rows, Iterator<float[]> codes, int bits) {
        if (bits < 1 || bits > CodeHeader.MOST_BITS) {
            throw DiaboloException.user(
                    "compression.bits",
                    Problem.of(bits + " bits for each number of a code are not possible")
                            .allowed("1 to " + CodeHeader.MOST_BITS));
        }
        if (rows < 1) {
            throw DiaboloException.user("compression.empty", Problem.of("there are no examples to compress"));
        }
        CodeHeader header = new CodeHeader(owner.fingerprint(), owner.data(), owner.code(), rows, bits, owner.given());
        try (PartFile part = PartFile.in(file)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part.path()))) {
                MessageDigest digest = sha256();
                DataOutputStream data = new DataOutputStream(new DigestOutputStream(out, digest));
                header.write(data);
                for (int block = 0; block < header.blocks(); block++) {
                    CodeBlock.write(
                            data,
                            header,
                            take(codes, header.rowsOf(block), owner.code().size()));
                }
                data.flush();
                out.write(digest.digest());
            }
            part.moveIntoPlace();
        } catch (IOException e) {
            throw DiaboloException.resource(
                    "output.not-written",
                    Problem.of("the file cannot be written: " + Reason.of(e))
                            .at(file.toString())
                            .remedy("name a directory that exists and may be written to, on a disk with room"),
                    e);
        }
    }

    private static float[] take(Iterator<float[]> codes, int rows, int size) {
        float[] taken = new float[rows * size];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(codes.next(), 0, taken, row * size, size);
        }
        return taken;
    }

    /**
     * Opens a file, after checking all of it.
     *
     * @return the codes, read block by block as they are asked for
     * @throws DiaboloException (USER) where the file is missing, was cut short or changed, or belongs to another model, or to
     *     this one given something else
     */
    public static Examples open(Path file, Owner owner) {
        try {
            long size = Files.size(file);
            CodeHeader header = verify(file, size);
            requireOwner(file, header, owner);
            return new StoredCodes(file, header, StoredCodes.positions(file, header, size - DIGEST_BYTES));
        } catch (NoSuchFileException e) {
            throw broken(file, "there is no such file", "make one with 'diabolo compress'", e);
        } catch (IOException e) {
            throw broken(file, Reason.of(e), "use a copy that is whole, or compress the data again", e);
        }
    }

    /** The checksum comes first: of a file that was changed, nothing is believed. */
    private static CodeHeader verify(Path file, long size) throws IOException {
        MessageDigest digest = sha256();
        byte[] found;
        CodeHeader header;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            header = header(new DigestInputStream(in, digest));
            skip(new DigestInputStream(in, digest), size - DIGEST_BYTES - headerBytes(header));
            found = in.readNBytes(DIGEST_BYTES);
        }
        if (!Arrays.equals(found, digest.digest())) {
            throw new IOException("the file was cut short or changed: its checksum does not fit");
        }
        return header;
    }

    private static CodeHeader header(InputStream in) throws IOException {
        try {
            return CodeHeader.read(new DataInputStream(in));
        } catch (EOFException e) {
            throw new IOException("the file is empty or was cut short: it ends before its header does", e);
        }
    }

    static long headerBytes(CodeHeader header) throws IOException {
        DataOutputStream counter = new DataOutputStream(OutputStream.nullOutputStream());
        header.write(counter);
        return counter.size();
    }

    private static void skip(InputStream in, long count) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = count;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private static void requireOwner(Path file, CodeHeader header, Owner owner) {
        if (!header.fingerprint().equals(owner.fingerprint())
                || !header.data().equals(owner.data())
                || !header.code().equals(owner.code())) {
            throw DiaboloException.user(
                    "compression.other-model",
                    Problem.of("this file was compressed with another model (" + abridged(header.fingerprint())
                                    + ", codes of " + header.code() + ")")
                            .at(file.toString())
                            .allowed("files of this model (" + abridged(owner.fingerprint()) + ", codes of "
                                    + owner.code() + ")")
                            .remedy("name the model that it was compressed with"));
        }
        if (!header.given().equals(owner.given())) {
            throw otherConditions(file, header.given(), owner.given());
        }
    }

    private static DiaboloException otherConditions(Path file, String written, String asked) {
        Problem problem = written.isEmpty()
                ? Problem.of("this file does not tell what it was compressed for, as those of older versions do not;"
                                + " for other conditions than those, wrong data would come back")
                        .remedy("compress the data again")
                : Problem.of("this file was compressed for other conditions: " + written + ", and not "
                                + (asked.isEmpty() ? "none" : asked))
                        .allowed(written)
                        .remedy("give the same: --given " + quoted(written) + ", or in Java Autoencoder.given");
        return DiaboloException.user("compression.other-conditions", problem.at(file.toString()));
    }

    /** As a shell takes it. */
    private static String quoted(String given) {
        return given.matches("[\\w.,=+-]+") ? given : "'" + given.replace("'", "'\\''") + "'";
    }

    private static String abridged(String fingerprint) {
        return fingerprint.substring(0, 12);
    }

    static DiaboloException broken(Path file, String what, String remedy, IOException cause) {
        return new DiaboloException(
                ErrorKind.USER,
                "compression.broken",
                List.of(Problem.of(what).at(file.toString()).remedy(remedy)),
                cause);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
