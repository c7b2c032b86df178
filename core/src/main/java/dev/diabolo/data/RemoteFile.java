package dev.diabolo.data;

import java.util.List;
import java.util.Optional;

/**
 * One gzipped IDX file of unsigned bytes on a server, and how to tell the right one.
 *
 * @param name without {@code .gz}
 * @param shape the sizes its header must give
 * @param sha256 of the uncompressed file, in lower-case hexadecimal; empty where no trustworthy one is known
 */
public record RemoteFile(String name, List<Integer> shape, Optional<String> sha256) {
    public RemoteFile {
        shape = List.copyOf(shape);
    }

    /** The length of the uncompressed file. */
    long uncompressedBytes() {
        return 4
                + 4L * shape.size()
                + shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }
}
