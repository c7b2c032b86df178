package dev.diabolo.data.shapes;

import dev.diabolo.data.Chance;

/** Draws a picture by its number. Immutable, and safe for use by several threads. */
final class ShapeArtist {
    static final int SIDE = 32;
    static final int PLANE = SIDE * SIDE;
    static final int VALUES = 3 * PLANE;

    /** Samples a pixel along each axis, which smooths edges. */
    private static final int SAMPLES = 3;

    private static final double WHITE = 255;

    private final long seed;
    private final long part;

    /**
     * @param part pictures of two parts have nothing in common
     */
    ShapeArtist(long seed, long part) {
        this.seed = seed;
        this.part = part;
    }

    /** The class of a picture: every run of as many pictures as there are classes has each once, in random order. */
    int label(int index) {
        int classes = Shape.values().length;
        Chance chance = Chance.keyed(seed, part, index / classes, 1);
        int[] order = new int[classes];
        for (int i = 0; i < classes; i++) {
            int other = chance.below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order[index % classes];
    }

    /** Draws red, green and blue planes, row by row. */
    void draw(int index, byte[] target, int offset) {
        Chance chance = Chance.keyed(seed, part, index, 2);
        Figure figure = new Figure(Shape.values()[label(index)], chance);
        Ground ground = new Ground(chance);
        double step = 1.0 / SAMPLES;
        for (int pixel = 0; pixel < PLANE; pixel++) {
            double red = 0;
            double green = 0;
            double blue = 0;
            for (int sample = 0; sample < SAMPLES * SAMPLES; sample++) {
                double x = pixel % SIDE + (sample % SAMPLES + 0.5) * step;
                double y = pixel / SIDE + (sample / SAMPLES + 0.5) * step;
                Colour colour = figure.covers(x, y) ? figure.colour(x, y) : ground.at(x, y);
                red += colour.red();
                green += colour.green();
                blue += colour.blue();
            }
            target[offset + pixel] = level(red);
            target[offset + PLANE + pixel] = level(green);
            target[offset + 2 * PLANE + pixel] = level(blue);
        }
    }

    private static byte level(double sum) {
        double mean = Math.max(0, Math.min(1, sum / (SAMPLES * SAMPLES)));
        return (byte) (int) (mean * WHITE + 0.5);
    }

    /** A shape at its place. Its hue is that of its class, give or take a twelfth of a turn's half. */
    private static final class Figure {
        private static final double HUE_SPREAD = 1.0 / 24;

        private final Shape shape;
        private final double size;
        private final double left;
        private final double top;
        private final double cosine;
        private final double sine;
        private final Colour colour;
        private final double shade;

        Figure(Shape shape, Chance chance) {
            this.shape = shape;
            this.size = chance.between(6, 11);
            double margin = 0.9 * size;
            this.left = chance.between(margin, SIDE - margin);
            this.top = chance.between(margin, SIDE - margin);
            double angle = chance.between(0, 2 * Math.PI);
            this.cosine = StrictMath.cos(angle);
            this.sine = StrictMath.sin(angle);
            double family = shape.ordinal() / (double) Shape.values().length;
            this.colour = Colour.of(
                    family + chance.between(-HUE_SPREAD, HUE_SPREAD), chance.between(0.65, 1), chance.between(0.7, 1));
            this.shade = chance.between(0, 0.3);
        }

        boolean covers(double x, double y) {
            double dx = (x - left) / size;
            double dy = (y - top) / size;
            double reach = Shape.REACH;
            return dx * dx + dy * dy <= reach * reach && shape.covers(cosine * dx + sine * dy, cosine * dy - sine * dx);
        }

        /** Light from above. */
        Colour colour(double x, double y) {
            return colour.times(1 - shade * Math.max(0, Math.min(1, 0.5 + (y - top) / (2 * size))));
        }
    }
}
