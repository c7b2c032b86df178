package dev.diabolo.plugins.adversarial.prior.samples;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.error.Reason;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Codes read from a file: NPY of little-endian floats or doubles in the order of C, as {@code diabolo encode} writes them, or CSV of
 * numbers without a header.
 *
 * @param values row by row, finite
 * @param width numbers in a row
 */
record SampleFile(List<Double> values, int width) {
    /** All are constants of the graph, and each draw looks at all rows. */
    private static final long MOST = 200_000;

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\((\\d{1,9}),\\s*(\\d{1,9}),?\\)");
    private static final Pattern TYPE = Pattern.compile("'descr':\\s*'<f([48])'");

    SampleFile {
        values = List.copyOf(values);
    }

    /**
     * Reads a file.
     *
     * @throws DiaboloException (USER) where it cannot be read, is of another kind, or holds too much or nothing
     */
    static SampleFile read(Path file) {
        try {
            byte[] beginning;
            try (var stream = Files.newInputStream(file)) {
                beginning = stream.readNBytes(MAGIC.length);
            }
            return java.util.Arrays.equals(beginning, MAGIC) ? npy(file) : csv(file);
        } catch (IOException e) {
            throw refused(file, "it cannot be read: " + Reason.of(e));
        }
    }

    private static SampleFile npy(Path file) throws IOException {
        try (DataInputStream stream = new DataInputStream(Files.newInputStream(file))) {
            byte[] start = stream.readNBytes(8);
            int length = Short.toUnsignedInt(Short.reverseBytes(stream.readShort()));
            if (start[6] > 1) {
                length |= Short.toUnsignedInt(Short.reverseBytes(stream.readShort())) << 16;
            }
            String header = new String(stream.readNBytes(Math.min(length, 1 << 16)), StandardCharsets.US_ASCII);
            Matcher shape = SHAPE.matcher(header);
            Matcher type = TYPE.matcher(header);
            if (!shape.find() || !type.find() || !header.contains("'fortran_order': False")) {
                throw refused(file, "it holds no matrix of little-endian floats in the order of C");
            }
            int rows = Integer.parseInt(shape.group(1));
            int columns = Integer.parseInt(shape.group(2));
            requireSize(file, rows, columns);
            int bytes = Integer.parseInt(type.group(1));
            byte[] content = stream.readNBytes(rows * columns * bytes);
            if (content.length < rows * columns * bytes) {
                throw refused(file, "it ends before its " + rows + " rows do");
            }
            ByteBuffer buffer = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < rows * columns; i++) {
                values.add(finite(file, bytes == 4 ? buffer.getFloat() : buffer.getDouble(), i / columns));
            }
            return new SampleFile(values, columns);
        }
    }

    private static SampleFile csv(Path file) throws IOException {
        List<Double> values = new ArrayList<>();
        int width = 0;
        int row = 0;
        try (var reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.isBlank()) {
                    continue;
                }
                String[] cells = line.split("[,;\t]", -1);
                if (row > 0 && cells.length != width) {
                    throw refused(
                            file, "row " + (row + 1) + " has " + cells.length + " numbers, and the first " + width);
                }
                width = cells.length;
                requireSize(file, row + 1, width);
                for (String cell : cells) {
                    values.add(finite(file, number(file, cell, row), row));
                }
                row++;
            }
        }
        requireSize(file, row, width);
        return new SampleFile(values, width);
    }

    private static double number(Path file, String cell, int row) {
        try {
            return Double.parseDouble(cell.strip());
        } catch (NumberFormatException e) {
            throw refused(file, "row " + (row + 1) + " holds '" + cell.strip() + "', which is no number");
        }
    }

    private static double finite(Path file, double value, int row) {
        if (!Float.isFinite((float) value)) {
            throw refused(file, "row " + (row + 1) + " holds " + value + ", which is not a finite number");
        }
        return value;
    }

    private static void requireSize(Path file, long rows, long columns) {
        if (rows * columns == 0 || rows * columns > MOST) {
            throw refused(file, rows + " rows of " + columns + " numbers are not possible");
        }
    }

    private static DiaboloException refused(Path file, String what) {
        return DiaboloException.user(
                "prior.bad-samples",
                Problem.of("codes cannot be drawn from this file: " + what)
                        .at(file.toString())
                        .allowed("NPY or CSV of numbers, a code in each row, at most " + MOST + " numbers")
                        .remedy("write one with 'diabolo encode'"));
    }
}
