package dev.diabolo.data.shapes;

import dev.diabolo.data.Chance;

/** What is behind a shape: two colours of one family, mixed by a texture. */
final class Ground {
    private static final int TEXTURES = 4;
    private static final int CELL = 4;
    private static final int NODES = ShapeArtist.SIDE / CELL + 1;

    private final int texture;
    private final Colour first;
    private final Colour second;
    private final double across;
    private final double down;
    private final double period;
    private final double phase;
    private final double[] nodes = new double[NODES * NODES];

    Ground(Chance chance) {
        texture = chance.below(TEXTURES);
        double angle = chance.between(0, 2 * Math.PI);
        across = StrictMath.cos(angle);
        down = StrictMath.sin(angle);
        period = chance.between(5, 11);
        phase = chance.between(0, period);
        double hue = texture / (double) TEXTURES + 0.06 + chance.between(-0.07, 0.07);
        double saturation = chance.between(0.2, 0.5);
        double value = chance.between(0.25, 0.5);
        first = Colour.of(hue, saturation, value);
        second = Colour.of(hue + chance.between(-0.04, 0.04), saturation, value + chance.between(0.2, 0.4));
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = chance.between(0, 1);
        }
    }

    /** The colour at a place, in pixels. */
    Colour at(double x, double y) {
        return first.towards(second, share(x, y));
    }

    private double share(double x, double y) {
        double along = across * x + down * y;
        double beside = across * y - down * x;
        return switch (texture) {
            case 0 -> cloud(x, y);
            case 1 -> 0.5 + 0.5 * StrictMath.sin(2 * Math.PI * (along + phase) / period);
            case 2 -> Math.max(0, Math.min(1, 0.5 + (along - 16 * (across + down)) / ShapeArtist.SIDE));
            default -> (odd(along) != odd(beside)) ? 1 : 0;
        };
    }

    private boolean odd(double place) {
        return ((long) Math.floor((place + phase) / period) & 1) != 0;
    }

    /** Random values at the corners of cells, and between them a smooth blend: Perlin's value noise of one octave. */
    private double cloud(double x, double y) {
        int column = (int) Math.min(NODES - 2, x / CELL);
        int row = (int) Math.min(NODES - 2, y / CELL);
        double right = smooth(x / CELL - column);
        double below = smooth(y / CELL - row);
        int corner = row * NODES + column;
        double top = nodes[corner] + right * (nodes[corner + 1] - nodes[corner]);
        double bottom = nodes[corner + NODES] + right * (nodes[corner + NODES + 1] - nodes[corner + NODES]);
        return top + below * (bottom - top);
    }

    private static double smooth(double share) {
        return share * share * (3 - 2 * share);
    }
}
