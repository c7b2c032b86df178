package dev.diabolo.data.digits;

import dev.diabolo.data.Chance;
import java.util.Arrays;

/**
 * One movement of the pen as a designer sets it down: points that a smooth curve passes through, and corners where the
 * curve breaks. Coordinates are hundredths of the digit's height. Immutable.
 */
final class Stroke {
    /** Straight pieces per piece of curve; a piece is then about a pixel long. */
    private static final int STEPS = 5;

    private final double[] x;
    private final double[] y;
    private final boolean[] corner;

    private Stroke(double[] x, double[] y, boolean[] corner) {
        this.x = x;
        this.y = y;
        this.corner = corner;
    }

    /** Reads {@code x,y} pairs separated by blanks; a pair that ends with {@code !} is a corner. */
    static Stroke parse(String text) {
        String[] pairs = text.strip().split("\\s+");
        double[] x = new double[pairs.length];
        double[] y = new double[pairs.length];
        boolean[] corner = new boolean[pairs.length];
        for (int point = 0; point < pairs.length; point++) {
            corner[point] = pairs[point].endsWith("!");
            String[] pair = pairs[point].replace("!", "").split(",");
            x[point] = Double.parseDouble(pair[0]);
            y[point] = Double.parseDouble(pair[1]);
        }
        return new Stroke(x, y, corner);
    }

    double left() {
        return Arrays.stream(x).min().orElseThrow();
    }

    double right() {
        return Arrays.stream(x).max().orElseThrow();
    }

    /** The same stroke written once more by an unsteady hand: each point a little elsewhere. */
    Stroke wobbled(Chance chance, double deviation) {
        double[] wobbledX = new double[x.length];
        double[] wobbledY = new double[y.length];
        for (int point = 0; point < x.length; point++) {
            wobbledX[point] = chance.around(x[point], deviation);
            wobbledY[point] = chance.around(y[point], deviation);
        }
        return new Stroke(wobbledX, wobbledY, corner);
    }

    /**
     * Draws the curve: cubic Hermite pieces, the direction at a point being that of the parabola through it and its
     * neighbours, parametrised by chord length (the non-uniform Catmull-Rom spline, which doesn't overshoot where points
     * are unevenly spaced).
     *
     * @param roundness 1 for that curve; less flattens the pieces towards straight lines
     */
    void draw(Trace trace, double roundness) {
        trace.moveTo(x[0], y[0]);
        for (int from = 0; from + 1 < x.length; from++) {
            int to = from + 1;
            double chord = chord(from);
            double leaveX = roundness * chord * slope(x, from, from);
            double leaveY = roundness * chord * slope(y, from, from);
            double arriveX = roundness * chord * slope(x, to, from);
            double arriveY = roundness * chord * slope(y, to, from);
            for (int step = 1; step <= STEPS; step++) {
                double t = (double) step / STEPS;
                trace.lineTo(hermite(t, x[from], leaveX, x[to], arriveX), hermite(t, y[from], leaveY, y[to], arriveY));
            }
        }
    }

    /** The derivative by length of one coordinate at a point, seen from the piece of curve that starts at {@code piece}. */
    private double slope(double[] coordinate, int point, int piece) {
        double own = (coordinate[piece + 1] - coordinate[piece]) / chord(piece);
        boolean end = point == 0 || point == coordinate.length - 1;
        if (end || corner[point]) {
            return own;
        }
        double before = chord(point - 1);
        double after = chord(point);
        double slopeBefore = (coordinate[point] - coordinate[point - 1]) / before;
        double slopeAfter = (coordinate[point + 1] - coordinate[point]) / after;
        return (slopeBefore * after + slopeAfter * before) / (before + after);
    }

    private double chord(int piece) {
        double dx = x[piece + 1] - x[piece];
        double dy = y[piece + 1] - y[piece];
        return Math.sqrt(dx * dx + dy * dy + Double.MIN_NORMAL);
    }

    private static double hermite(double t, double from, double leave, double to, double arrive) {
        double rest = 1 - t;
        return rest * rest * (1 + 2 * t) * from
                + rest * rest * t * leave
                + t * t * (3 - 2 * t) * to
                - t * t * rest * arrive;
    }
}
