package dev.diabolo.data.digits;

import dev.diabolo.data.Chance;

/**
 * A pen: how thick, how soft and how dark its line is, and how these change along a stroke. Inks a trace onto a picture by
 * the distance of each pixel's centre from the nearest piece of line.
 */
final class Pen {
    /** From a fine liner to a felt tip, in pixels of a 28 x 28 picture; MNIST's lines are about as thick. */
    private static final double MEAN_RADIUS = 1.26;

    private static final double RADIUS_DEVIATION = 0.25;

    /** The radius against the room there is: above this, loops begin to fill with ink. */
    private static final double MOST_INK = 0.205;

    /** Paper to the left and right that counts as room, in pixels; else a straight 1 would have none. */
    private static final double SURROUNDINGS = 7;

    /** The ramp from ink to paper, in pixels; 1 is what the size of a pixel alone makes of a sharp edge. */
    private static final double LEAST_SOFTNESS = 1.0;

    private static final double MOST_SOFTNESS = 1.7;

    /** How much a stroke's start, middle or end may be thinner or thicker than the whole. */
    private static final double PRESSURE = 0.11;

    /** The lightest pen's grey against black. */
    private static final double LEAST_DARKNESS = 0.9;

    /** Above 1 the middle of the line is plain black and only its edge is darker; so are most lines of MNIST. */
    private static final double MOST_DARKNESS = 1.15;

    /** The grain of paper: each pixel's distance from the line is off by up to this many pixels. */
    private static final double GRAIN = 0.12;

    private static final int WHITE = 0;
    private static final int BLACK = 255;

    private final double radius;
    private final double softness;
    private final double darkness;
    private final double startPressure;
    private final double middlePressure;
    private final double endPressure;

    /** A pen and a hand's pressure, by chance, but never so thick that it would blot the trace out. */
    Pen(Trace trace, Chance chance) {
        radius = Math.min(chance.around(MEAN_RADIUS, RADIUS_DEVIATION), MOST_INK * room(trace));
        softness = chance.between(LEAST_SOFTNESS, MOST_SOFTNESS);
        darkness = chance.between(LEAST_DARKNESS, MOST_DARKNESS);
        startPressure = chance.around(1, PRESSURE);
        middlePressure = chance.around(1, PRESSURE);
        endPressure = chance.around(1, PRESSURE);
    }

    /** Paper per length of line, in pixels: small where a long line has to go into a narrow or a flat box. */
    private static double room(Trace trace) {
        return (trace.width() + SURROUNDINGS) * trace.height() / trace.length();
    }

    /** Half the width of the line where the pen is pressed as usual, in pixels. */
    double radius() {
        return radius;
    }

    /**
     * Inks a trace.
     *
     * @param trace in pixels; a pixel's centre is at its number plus a half
     * @param side of the square picture
     * @param picture receives {@code side * side} bytes from {@code offset} on, 0 for paper to 255 for ink
     */
    void ink(Trace trace, Chance chance, int side, byte[] picture, int offset) {
        double[] depth = depths(trace, side);
        for (int pixel = 0; pixel < depth.length; pixel++) {
            picture[offset + pixel] = (byte) (depth[pixel] <= 0 ? WHITE : grey(depth[pixel], chance));
        }
    }

    private int grey(double depth, Chance chance) {
        double grained = depth + chance.between(-GRAIN, GRAIN);
        double share = Math.max(0, Math.min(grained / softness, 1));
        return (int) (BLACK * Math.min(darkness * share, 1) + 0.5);
    }

    /** How far inside the line's outer edge each pixel's centre is; 0 outside. */
    private double[] depths(Trace trace, int side) {
        double[] depth = new double[side * side];
        for (int point = 1; point < trace.size(); point++) {
            if (!trace.startsStroke(point)) {
                double edge = radius * pressure((double) point / trace.size()) + softness / 2;
                deepen(depth, side, trace, point, edge);
            }
        }
        return depth;
    }

    /** The parabola through the three pressures. */
    private double pressure(double time) {
        double rest = 1 - time;
        double control = 2 * middlePressure - (startPressure + endPressure) / 2;
        return rest * rest * startPressure + 2 * rest * time * control + time * time * endPressure;
    }

    /** Raises depths around one piece of line. */
    private static void deepen(double[] depth, int side, Trace trace, int point, double edge) {
        double fromX = trace.x(point - 1);
        double fromY = trace.y(point - 1);
        double alongX = trace.x(point) - fromX;
        double alongY = trace.y(point) - fromY;
        double squaredLength = alongX * alongX + alongY * alongY + Double.MIN_NORMAL;
        int left = first(Math.min(fromX, fromX + alongX) - edge);
        int right = last(Math.max(fromX, fromX + alongX) + edge, side);
        int top = first(Math.min(fromY, fromY + alongY) - edge);
        int bottom = last(Math.max(fromY, fromY + alongY) + edge, side);
        for (int row = top; row <= bottom; row++) {
            double y = row + 0.5 - fromY;
            for (int column = left; column <= right; column++) {
                double x = column + 0.5 - fromX;
                double share = Math.max(0, Math.min((x * alongX + y * alongY) / squaredLength, 1));
                double awayX = x - share * alongX;
                double awayY = y - share * alongY;
                double squaredDistance = awayX * awayX + awayY * awayY;
                int pixel = row * side + column;
                double shallower = edge - depth[pixel];
                if (shallower > 0 && squaredDistance < shallower * shallower) {
                    depth[pixel] = edge - Math.sqrt(squaredDistance);
                }
            }
        }
    }

    private static int first(double coordinate) {
        return Math.max(0, (int) coordinate);
    }

    private static int last(double coordinate, int side) {
        return Math.min(side - 1, (int) coordinate);
    }
}
