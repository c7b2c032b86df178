package dev.diabolo.data.digits;

import java.util.Arrays;

/**
 * The way of the pen: points in the order of writing, each but a stroke's first joined to the one before. x grows to the
 * right, y downwards. Mutable and not safe for use by several threads; one lives as long as one picture.
 */
final class Trace {
    /** Enough for the longest glyph; grows where it is not. */
    private static final int INITIAL_CAPACITY = 128;

    private double[] x = new double[INITIAL_CAPACITY];
    private double[] y = new double[INITIAL_CAPACITY];
    private boolean[] starts = new boolean[INITIAL_CAPACITY];
    private int size;

    /** Puts the pen down at a point. */
    void moveTo(double toX, double toY) {
        add(toX, toY, true);
    }

    /** Draws on to a point. */
    void lineTo(double toX, double toY) {
        add(toX, toY, false);
    }

    int size() {
        return size;
    }

    double x(int point) {
        return x[point];
    }

    double y(int point) {
        return y[point];
    }

    /** Whether the pen was put down at this point, so that no line leads to it. */
    boolean startsStroke(int point) {
        return starts[point];
    }

    /** Moves one point. */
    void set(int point, double toX, double toY) {
        x[point] = toX;
        y[point] = toY;
    }

    double width() {
        return greatest(x) - least(x);
    }

    double height() {
        return greatest(y) - least(y);
    }

    /** How long the line is. */
    double length() {
        double length = 0;
        for (int point = 1; point < size; point++) {
            if (!starts[point]) {
                length += length(point);
            }
        }
        return length;
    }

    /** Multiplies both coordinates. */
    void scale(double factor) {
        for (int point = 0; point < size; point++) {
            set(point, x[point] * factor, y[point] * factor);
        }
    }

    /**
     * Moves the trace so that its centre of mass comes to a place, or as near to it as the frame allows.
     *
     * @param centreX where the centre of mass should go
     * @param centreY where the centre of mass should go
     * @param low no point may be left of or above this
     * @param high no point may be right of or below this
     */
    void centreAt(double centreX, double centreY, double low, double high) {
        double massX = 0;
        double massY = 0;
        double mass = 0;
        for (int point = 1; point < size; point++) {
            if (!starts[point]) {
                double length = length(point);
                mass += length;
                massX += length * (x[point] + x[point - 1]) / 2;
                massY += length * (y[point] + y[point - 1]) / 2;
            }
        }
        double moveX = within(centreX - massX / mass, low - least(x), high - greatest(x));
        double moveY = within(centreY - massY / mass, low - least(y), high - greatest(y));
        for (int point = 0; point < size; point++) {
            set(point, x[point] + moveX, y[point] + moveY);
        }
    }

    private double length(int point) {
        double dx = x[point] - x[point - 1];
        double dy = y[point] - y[point - 1];
        return Math.sqrt(dx * dx + dy * dy);
    }

    private static double within(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private double least(double[] coordinates) {
        double least = coordinates[0];
        for (int point = 1; point < size; point++) {
            least = Math.min(least, coordinates[point]);
        }
        return least;
    }

    private double greatest(double[] coordinates) {
        double greatest = coordinates[0];
        for (int point = 1; point < size; point++) {
            greatest = Math.max(greatest, coordinates[point]);
        }
        return greatest;
    }

    private void add(double toX, double toY, boolean start) {
        if (size == x.length) {
            x = Arrays.copyOf(x, 2 * size);
            y = Arrays.copyOf(y, 2 * size);
            starts = Arrays.copyOf(starts, 2 * size);
        }
        x[size] = toX;
        y[size] = toY;
        starts[size] = start;
        size++;
    }
}
