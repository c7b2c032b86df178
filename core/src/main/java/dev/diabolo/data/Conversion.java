package dev.diabolo.data;

import dev.diabolo.files.PartFile;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A converted file in the making: values go in one by one, and it is complete with {@link #finish}. For one thread. */
final class Conversion implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ConversionKey key;
    private final ConversionCache cache;
    private final Path target;
    private final PartFile part;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private float min = ValueRange.NONE.min();
    private float max = ValueRange.NONE.max();

    /** Begins; the directory is there. */
    Conversion(ConversionKey key, ConversionCache cache, Path target) throws IOException {
        this.key = key;
        this.cache = cache;
        this.target = target;
        this.part = PartFile.of(target);
        try {
            this.channel = FileChannel.open(part.path(), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (IOException failure) {
            part.close();
            throw failure;
        }
        buffer.position(ConvertedFile.HEADER);
    }

    /** Adds a value, which is finite. */
    void add(float value) throws CacheUnwritable {
        require(Float.BYTES);
        buffer.putFloat(value);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /** Adds the first values of an array, which are finite. */
    void add(float[] values, int count) throws CacheUnwritable {
        for (int i = 0; i < count; i++) {
            add(values[i]);
        }
    }

    /** Adds a value of 0 to 255 that takes one byte. */
    void addByte(int value) throws CacheUnwritable {
        require(1);
        buffer.put((byte) value);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    private void require(int bytes) throws CacheUnwritable {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void flush() throws CacheUnwritable {
        buffer.flip();
        write(buffer);
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws CacheUnwritable {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException failure) {
            throw new CacheUnwritable(cache.directory(), failure);
        }
    }

    /**
     * Completes the file and opens it.
     *
     * @param type of the values that were added: bytes or floats
     * @param labels one for each row, where there are labels
     * @throws CacheUnwritable where the file cannot be completed
     * @throws DiaboloException (RESOURCE) where the source was changed meanwhile
     */
    StoredExamples finish(ElementType type, int rows, TensorSpec spec, int @Nullable [] labels) throws IOException {
        if (labels != null) {
            for (int label : labels) {
                require(Integer.BYTES);
                buffer.putInt(label);
            }
        }
        flush();
        requireUnchanged();
        complete(new ConvertedFile(type, rows, spec, labels != null, new ValueRange(min, max)));
        cache.sweep(key);
        Optional<StoredExamples> kept = cache.find(key);
        return kept.orElseThrow(
                () -> new CacheUnwritable(cache.directory(), new IOException("the copy is gone already")));
    }

    private void complete(ConvertedFile layout) throws CacheUnwritable {
        try {
            channel.position(0);
            write(layout.header());
            channel.force(true);
            channel.close();
            part.moveIntoPlace();
        } catch (IOException failure) {
            // Windows replaces no file that another process reads: that other process made the same copy.
            if (cache.find(key).isEmpty()) {
                throw failure instanceof CacheUnwritable known
                        ? known
                        : new CacheUnwritable(target.toAbsolutePath().getParent(), failure);
            }
        }
    }

    private void requireUnchanged() throws IOException {
        if (!key.isCurrent()) {
            throw DiaboloException.resource(
                    "data.changed",
                    Problem.of("the file was changed while it was read")
                            .at(key.path().toString())
                            .remedy("try again once it is complete"),
                    null);
        }
    }

    @Override
    public void close() throws CacheUnwritable {
        try (part) {
            channel.close();
        } catch (IOException failure) {
            throw new CacheUnwritable(cache.directory(), failure);
        }
    }
}
