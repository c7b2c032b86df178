package dev.diabolo.data.digits;

import dev.diabolo.data.Chance;

/**
 * Draws the examples of one set. An example depends on nothing but the seed, the set and its number, so a longer set
 * starts with the shorter one, and any example can be drawn alone. Immutable and safe for use by several threads.
 */
final class DigitArtist {
    /** Pictures are as large as MNIST's (LeCun, Cortes and Burges 1998). */
    static final int SIDE = 28;

    static final int PIXELS = SIDE * SIDE;

    /** The larger side of a digit with its ink, as in MNIST, give or take {@link #SIZE_DEVIATION}. */
    private static final double MEAN_SIZE = 20;

    private static final double SIZE_DEVIATION = 0.7;

    /** How far off the middle of the picture the centre of mass may be; MNIST's is exact but for rounding. */
    private static final double OFF_CENTRE = 0.6;

    /** Paper that is always left free around the ink, in pixels, but for a soft edge's last trace. */
    private static final double MARGIN = 2;

    /** Keeps the random numbers that order labels apart from those that draw. */
    private static final long ORDER_KEY = 0x6f72646572L;

    private final long seed;
    private final Split split;

    DigitArtist(long seed, Split split) {
        this.seed = seed;
        this.split = split;
    }

    /**
     * The digit that an example shows. Every ten examples from a multiple of ten on show the ten digits in a random
     * order, so that any beginning of the set is balanced.
     */
    int label(int index) {
        Chance chance = Chance.keyed(seed, split.key(), ORDER_KEY, index / GlyphCatalog.DIGITS);
        int place = index % GlyphCatalog.DIGITS;
        int[] order = new int[GlyphCatalog.DIGITS];
        for (int digit = 0; digit < order.length; digit++) {
            int other = chance.below(digit + 1);
            order[digit] = order[other];
            order[other] = digit;
        }
        return order[place];
    }

    /** Draws an example: {@link #PIXELS} bytes from {@code offset} on, row by row, 0 for paper to 255 for ink. */
    void draw(int index, byte[] pictures, int offset) {
        Chance chance = Chance.keyed(seed, split.key(), index);
        Glyph glyph = GlyphCatalog.pick(label(index), chance);
        Trace trace = new Handwriting(chance).write(glyph, chance);
        trace.scale(MEAN_SIZE / Math.max(trace.width(), trace.height()));
        Pen pen = new Pen(trace, chance);
        place(trace, pen.radius(), chance);
        pen.ink(trace, chance, SIDE, pictures, offset);
    }

    /** Brings the trace to its size and into the middle, as MNIST was made: by the box first, by the mass then. */
    private static void place(Trace trace, double radius, Chance chance) {
        double size = chance.around(MEAN_SIZE, SIZE_DEVIATION) - 2 * radius;
        trace.scale(size / Math.max(trace.width(), trace.height()));
        double centreX = chance.around(SIDE / 2.0, OFF_CENTRE);
        double centreY = chance.around(SIDE / 2.0, OFF_CENTRE);
        trace.centreAt(centreX, centreY, MARGIN + radius, SIDE - MARGIN - radius);
    }
}
