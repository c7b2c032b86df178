package dev.diabolo.data.digits;

import dev.diabolo.data.Chance;
import java.util.List;
import java.util.stream.Stream;

/**
 * One way of writing one digit.
 *
 * @param weight how often people write the digit in this way, against its other ways
 * @param width from the leftmost point to the rightmost one, in hundredths of the height
 * @param strokes in the order of writing
 */
record Glyph(int weight, double width, List<Stroke> strokes) {
    Glyph {
        strokes = List.copyOf(strokes);
    }

    /** A glyph of strokes in the notation of {@link Stroke#parse}. */
    static Glyph of(int weight, String... strokes) {
        List<Stroke> parsed = Stream.of(strokes).map(Stroke::parse).toList();
        double left = parsed.stream().mapToDouble(Stroke::left).min().orElseThrow();
        double right = parsed.stream().mapToDouble(Stroke::right).max().orElseThrow();
        return new Glyph(weight, right - left, parsed);
    }

    /** Writes the glyph with each point moved by a bell-shaped draw of this deviation, in hundredths of the height. */
    Trace write(Chance chance, double wobble, double roundness) {
        Trace trace = new Trace();
        for (Stroke stroke : strokes) {
            stroke.wobbled(chance, wobble).draw(trace, roundness);
        }
        return trace;
    }
}
