package dev.diabolo.data.digits;

import dev.diabolo.data.Chance;

/**
 * A smooth random deformation of the square [0, 100] x [0, 100], as of a rubber sheet pulled at the knots of a grid: a
 * uniform cubic B-spline surface of displacements. Two cells across each axis, so it bends a digit's halves and never its
 * details.
 */
final class ElasticSheet {
    private static final int CELLS = 2;

    /** A cubic B-spline over n cells has n + 3 knots. */
    private static final int KNOTS = CELLS + 3;

    private static final double CELL_SIZE = 100.0 / CELLS;

    private final double[] pullX = new double[KNOTS * KNOTS];
    private final double[] pullY = new double[KNOTS * KNOTS];

    /** A sheet pulled at each knot by bell-shaped draws; points move about half as far as knots. */
    ElasticSheet(Chance chance, double deviation) {
        for (int knot = 0; knot < KNOTS * KNOTS; knot++) {
            pullX[knot] = chance.around(0, deviation);
            pullY[knot] = chance.around(0, deviation);
        }
    }

    void bend(Trace trace) {
        double[] across = new double[4];
        double[] down = new double[4];
        for (int point = 0; point < trace.size(); point++) {
            double x = trace.x(point);
            double y = trace.y(point);
            int column = weights(x, across);
            int row = weights(y, down);
            double moveX = 0;
            double moveY = 0;
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    int knot = (row + i) * KNOTS + column + j;
                    double weight = down[i] * across[j];
                    moveX += weight * pullX[knot];
                    moveY += weight * pullY[knot];
                }
            }
            trace.set(point, x + moveX, y + moveY);
        }
    }

    /** Fills in the weights of the four knots around a coordinate and returns the first one's number. */
    private static int weights(double coordinate, double[] weights) {
        double position = Math.max(0, Math.min(coordinate / CELL_SIZE, CELLS));
        int cell = Math.min((int) position, CELLS - 1);
        double t = position - cell;
        double rest = 1 - t;
        weights[0] = rest * rest * rest / 6;
        weights[1] = (3 * t * t * t - 6 * t * t + 4) / 6;
        weights[2] = (3 * rest * rest * rest - 6 * rest * rest + 4) / 6;
        weights[3] = t * t * t / 6;
        return cell;
    }
}
