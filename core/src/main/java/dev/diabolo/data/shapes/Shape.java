package dev.diabolo.data.shapes;

/**
 * The classes, in the order of their labels. Each is an area around the origin that lies within a circle of radius {@link
 * #REACH}.
 */
enum Shape {
    CIRCLE {
        @Override
        boolean covers(double x, double y) {
            return x * x + y * y <= 1;
        }
    },
    SQUARE {
        @Override
        boolean covers(double x, double y) {
            return Math.max(Math.abs(x), Math.abs(y)) <= 0.85;
        }
    },
    TRIANGLE {
        @Override
        boolean covers(double x, double y) {
            double half = 0.5 * REACH;
            return y <= half && SIN_60 * x - 0.5 * y <= half && -SIN_60 * x - 0.5 * y <= half;
        }
    },
    STAR {
        /** Folded into half a point: between a tip and the notch beside it. */
        @Override
        boolean covers(double x, double y) {
            double angle = StrictMath.atan2(y, x) + 2 * Math.PI;
            double point = 2 * Math.PI / 5;
            double fromTip = Math.abs(angle % point - point / 2);
            double distance = Math.sqrt(x * x + y * y);
            double px = distance * StrictMath.cos(point / 2 - fromTip);
            double py = distance * StrictMath.sin(point / 2 - fromTip);
            return (NOTCH_X - REACH) * py - NOTCH_Y * (px - REACH) >= 0;
        }
    },
    CROSS {
        @Override
        boolean covers(double x, double y) {
            double large = Math.max(Math.abs(x), Math.abs(y));
            double small = Math.min(Math.abs(x), Math.abs(y));
            return large <= 1.05 && small <= 0.33;
        }
    },
    RING {
        @Override
        boolean covers(double x, double y) {
            double squared = x * x + y * y;
            return squared <= 1 && squared >= 0.55 * 0.55;
        }
    },
    CRESCENT {
        @Override
        boolean covers(double x, double y) {
            double dx = x - 0.5;
            return x * x + y * y <= 1 && dx * dx + y * y >= 0.8 * 0.8;
        }
    },
    BAR {
        @Override
        boolean covers(double x, double y) {
            return Math.abs(x) <= 1.1 && Math.abs(y) <= 0.38;
        }
    };

    /** The farthest that any of them reaches from the origin. */
    static final double REACH = 1.2;

    private static final double SIN_60 = Math.sqrt(3) / 2;

    /** How far a star's notches are from its middle. */
    private static final double NOTCH = 0.5;

    private static final double NOTCH_X = NOTCH * StrictMath.cos(Math.PI / 5);
    private static final double NOTCH_Y = NOTCH * StrictMath.sin(Math.PI / 5);

    abstract boolean covers(double x, double y);
}
