package dev.diabolo.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Rows of numbers that stay in a file: a row is read when it is asked for. Safe for any number of threads, each of which has
 * a small buffer. Whoever goes through the rows in order, with gaps or without, reads a buffer's worth at a time.
 *
 * <p>Files are read at positions and not mapped: pages of a mapping count as the process's memory, so that it would grow with
 * the file; and where a file is larger than memory, a mapping reads ahead around each row of a shuffled order.
 */
final class StoredValues {
    /** Bytes that a sequential pass reads at a time. */
    private static final int BUFFER = 1 << 16;

    private final PositionalFile file;
    private final long start;
    private final ElementType type;
    private final ByteOrder order;
    private final int rows;
    private final int width;
    private final ThreadLocal<Window> windows = new ThreadLocal<>();

    /**
     * @param start where in the file the values begin, row after row
     */
    StoredValues(PositionalFile file, long start, ElementType type, ByteOrder order, int rows, int width) {
        this.file = file;
        this.start = start;
        this.type = type;
        this.order = order;
        this.rows = rows;
        this.width = width;
        // Reading a row must not need more than one buffer.
        Math.multiplyExact(width, type.width());
    }

    int rows() {
        return rows;
    }

    int width() {
        return width;
    }

    ElementType type() {
        return type;
    }

    /** Copies one row; the caller has checked the index. */
    void read(int row, float[] target, int offset) {
        read(row, 0, width, target, offset);
    }

    /** Copies some of the values of one row; the caller has checked the index. */
    void read(int row, int from, int count, float[] target, int offset) {
        Window window = windows.get();
        if (window == null) {
            window = new Window(Math.max(1, BUFFER / rowBytes()), rowBytes(), order);
            windows.set(window);
        }
        int place = window.place(row);
        if (place < 0) {
            int filled = window.begin(row, rows);
            file.read(window.bytes, start + (long) row * rowBytes());
            window.filled(row, filled);
            place = 0;
        }
        decode(window, place + from * type.width(), count, target, offset);
    }

    private void decode(Window window, int place, int count, float[] target, int offset) {
        ByteBuffer bytes = window.bytes.clear().position(place);
        switch (type) {
            case FLOAT -> window.floats.get(place / Float.BYTES, target, offset, count);
            case UNSIGNED_BYTE -> {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = bytes.get(place + i) & 0xFF;
                }
            }
            default -> {
                for (int i = 0; i < count; i++) {
                    target[offset + i] = (float) type.read(bytes);
                }
            }
        }
    }

    private int rowBytes() {
        return width * type.width();
    }

    /** The rows that a thread read last. Holds no reference to the values, so that a long-lived thread does not keep them. */
    private static final class Window {
        private final int most;
        private final int rowBytes;
        private final ByteBuffer bytes;
        /** The same bytes, as floats. */
        private final FloatBuffer floats;

        private int first;
        private int count;
        private int last = -1;

        Window(int most, int rowBytes, ByteOrder order) {
            this.most = most;
            this.rowBytes = rowBytes;
            this.bytes = ByteBuffer.allocateDirect(most * rowBytes).order(order);
            this.floats = bytes.asFloatBuffer();
        }

        /** Where in the bytes a row begins; negative where it is not among them. */
        int place(int row) {
            boolean here = row >= first && row < first + count;
            if (here) {
                last = row;
            }
            return here ? (row - first) * rowBytes : -1;
        }

        /**
         * Makes room for a row: with those behind it where the caller seems to go through them, else alone.
         *
         * @return for how many rows
         */
        int begin(int row, int rows) {
            boolean onwards = row > last && row - last <= most;
            int wanted = onwards ? Math.min(most, rows - row) : 1;
            count = 0;
            bytes.clear().limit(wanted * rowBytes);
            return wanted;
        }

        void filled(int row, int read) {
            first = row;
            count = read;
            last = row;
        }
    }
}
