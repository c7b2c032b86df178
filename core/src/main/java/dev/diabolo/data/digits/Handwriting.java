package dev.diabolo.data.digits;

import dev.diabolo.data.Chance;

/**
 * What one writer does to every point of a glyph: proportions, bends, slant and turn. The deviations are set by eye, on
 * contact sheets, to the most at which no digit turns into another; their bells end at three deviations.
 */
final class Handwriting {
    /** How far a glyph's points go astray, in hundredths of the height; 3 would already open and close loops. */
    private static final double WOBBLE = 2.1;

    /** From slightly angular to slightly bulging curves; see {@link Stroke#draw}. */
    private static final double LEAST_ROUNDNESS = 0.75;

    private static final double MOST_ROUNDNESS = 1.1;

    /** Moves the waist up or down, by half of this share of the height: larger upper or lower halves. */
    private static final double WAIST = 0.12;

    /** Makes the top wider than the foot or the other way round. */
    private static final double TAPER = 0.11;

    /** How hard the sheet is pulled, in hundredths of the height. */
    private static final double ELASTIC = 11;

    /** Narrower than designed, because slant and bends make a digit wider, and a wide one is low in its box. */
    private static final double MEAN_STRETCH = 0.96;

    private static final double STRETCH = 0.12;

    /** No digit gets narrower than this share of its design: narrow loops close, and a narrow 7 is a 1. */
    private static final double LEAST_WIDTH = 0.78;

    /** Most people write with a slant to the right; a tangent. */
    private static final double MEAN_SLANT = 0.13;

    private static final double SLANT = 0.19;

    /** In radians, about 5 degrees: at most 15. */
    private static final double TURN = 0.085;

    private final double wobble;
    private final double roundness;
    private final double waist;
    private final double taper;
    private final ElasticSheet sheet;
    private final double stretch;
    private final double slant;
    private final double turn;

    /** A writer's habits, by chance. */
    Handwriting(Chance chance) {
        wobble = WOBBLE * chance.between(0.5, 1.25);
        roundness = chance.between(LEAST_ROUNDNESS, MOST_ROUNDNESS);
        waist = chance.around(0, WAIST);
        taper = chance.around(0, TAPER);
        sheet = new ElasticSheet(chance, ELASTIC);
        stretch = chance.around(MEAN_STRETCH, STRETCH);
        slant = chance.around(MEAN_SLANT, SLANT);
        turn = chance.around(0, TURN);
    }

    /** Writes a glyph; the trace's size and place are still the glyph's, in hundredths. */
    Trace write(Glyph glyph, Chance chance) {
        Trace trace = glyph.write(chance, wobble, roundness);
        changeProportions(trace);
        sheet.bend(trace);
        slantAndTurn(trace, Math.max(stretch, LEAST_WIDTH * glyph.width() / trace.width()));
        return trace;
    }

    private void changeProportions(Trace trace) {
        for (int point = 0; point < trace.size(); point++) {
            double x = (trace.x(point) - 50) * (1 + taper * (trace.y(point) - 50) / 50);
            double y = trace.y(point) / 100;
            trace.set(point, 50 + x, 100 * (y + waist * 4 * y * (1 - y) / 2));
        }
    }

    private void slantAndTurn(Trace trace, double widening) {
        double cosine = StrictMath.cos(turn);
        double sine = StrictMath.sin(turn);
        for (int point = 0; point < trace.size(); point++) {
            double y = trace.y(point) - 50;
            double x = widening * (trace.x(point) - 50) - slant * y;
            trace.set(point, cosine * x - sine * y, sine * x + cosine * y);
        }
    }
}
