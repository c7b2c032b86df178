package dev.diabolo.data.digits;

import dev.diabolo.data.Chance;
import java.util.List;

/**
 * How people write the ten digits: two to four ways each, designed by hand. Points are in hundredths of the height, x to
 * the right and y downwards; {@code !} marks a corner (see {@link Stroke#parse}). Weights are set by eye.
 */
final class GlyphCatalog {
    static final int DIGITS = 10;

    private static final List<List<Glyph>> GLYPHS =
            List.of(zeros(), ones(), twos(), threes(), fours(), fives(), sixes(), sevens(), eights(), nines());

    private GlyphCatalog() {}

    /** One of a digit's glyphs, picked by weight. */
    static Glyph pick(int digit, Chance chance) {
        List<Glyph> glyphs = GLYPHS.get(digit);
        int total = glyphs.stream().mapToInt(Glyph::weight).sum();
        int ticket = chance.below(total);
        int chosen = 0;
        while (ticket >= glyphs.get(chosen).weight()) {
            ticket -= glyphs.get(chosen).weight();
            chosen++;
        }
        return glyphs.get(chosen);
    }

    private static List<Glyph> zeros() {
        Glyph closed = Glyph.of(60, "52,2 30,9 16,32 14,60 27,88 48,98 70,90 84,64 84,34 71,10 50,2");
        Glyph curled = Glyph.of(40, "66,9 46,2 25,18 14,50 22,84 47,98 73,87 85,53 79,22 60,7 44,9");
        return List.of(closed, curled);
    }

    private static List<Glyph> ones() {
        Glyph plain = Glyph.of(70, "50,1 50,50 50,99");
        Glyph flagged = Glyph.of(18, "39,19 51,2! 51,50 50,99");
        Glyph onFoot = Glyph.of(12, "36,20 52,2! 51,50 51,97", "28,98 76,97");
        return List.of(plain, flagged, onFoot);
    }

    private static List<Glyph> twos() {
        Glyph angular = Glyph.of(30, "18,26 28,8 50,1 74,10 78,30 62,58 38,80 14,97! 50,96 88,95");
        Glyph looped = Glyph.of(30, "18,22 32,5 56,2 76,16 72,42 50,72 27,93 14,88 24,77 46,86 66,96 92,89");
        Glyph swan = Glyph.of(25, "18,22 44,2 74,12 75,38 50,72 14,96! 34,88 62,97 90,89");
        Glyph zigzag = Glyph.of(15, "16,11 48,3 76,8 70,29 42,64 14,95! 50,95 90,93");
        return List.of(angular, looped, swan, zigzag);
    }

    private static List<Glyph> threes() {
        Glyph cusped = Glyph.of(40, "18,14 40,2 66,6 74,22 62,40 38,47! 66,52 82,70 72,92 44,99 14,88");
        Glyph smooth = Glyph.of(25, "20,12 46,2 72,13 67,35 44,47 62,52 81,68 76,89 46,99 16,89");
        Glyph flatTopped = Glyph.of(20, "18,6 48,4 78,3! 44,41! 72,49 84,70 70,93 42,99 14,89");
        Glyph swept = Glyph.of(15, "20,13 46,2 70,13 59,37 35,47! 63,53 76,73 60,92 18,99");
        return List.of(cusped, smooth, flatTopped, swept);
    }

    private static List<Glyph> fours() {
        Glyph open = Glyph.of(45, "24,4 20,30 15,58! 50,57 88,53", "70,6 66,50 62,99");
        Glyph rounded = Glyph.of(25, "22,4 16,32 24,54 48,57 70,48", "74,3 71,50 68,99");
        Glyph closed = Glyph.of(30, "90,64 50,65 12,66! 36,36 62,2! 62,50 62,99");
        return List.of(open, rounded, closed);
    }

    private static List<Glyph> fives() {
        Glyph hatted = Glyph.of(45, "30,5 25,44! 52,38 76,50 82,70 68,92 42,99 14,88", "30,5 56,4 84,2");
        Glyph single = Glyph.of(35, "84,4 58,4 31,6! 25,44! 50,38 76,48 82,70 68,92 42,99 14,90");
        Glyph flowing = Glyph.of(20, "84,4 58,3 36,7! 28,28 30,42 54,46 77,60 74,84 48,98 12,90");
        return List.of(hatted, single, flowing);
    }

    private static List<Glyph> sixes() {
        Glyph curved = Glyph.of(35, "66,2 42,15 24,40 16,66 24,90 48,99 72,90 78,72 64,56 42,57 22,73");
        Glyph straight = Glyph.of(25, "58,1 38,30 21,60 22,87 45,99 70,90 75,70 58,57 37,62 24,79");
        Glyph hooked = Glyph.of(20, "76,10 58,2 36,14 20,44 18,76 36,97 62,96 80,79 72,59 48,53 27,64 19,79");
        Glyph smallLooped = Glyph.of(20, "66,2 42,26 26,54 20,82 40,99 66,94 74,76 54,62 25,76");
        return List.of(curved, straight, hooked, smallLooped);
    }

    private static List<Glyph> sevens() {
        Glyph plain = Glyph.of(50, "6,6 50,6 91,4! 68,44 52,99");
        Glyph crossed = Glyph.of(22, "8,6 50,6 89,4! 68,44 53,99", "36,51 82,47");
        Glyph dropped = Glyph.of(16, "8,22 9,6! 50,6 90,5! 67,48 53,99");
        Glyph rounded = Glyph.of(12, "6,8 46,4 82,6 84,20 64,55 53,99");
        return List.of(plain, crossed, dropped, rounded);
    }

    private static List<Glyph> eights() {
        Glyph single = Glyph.of(55, "72,14 50,2 29,11 29,31 50,47 73,66 74,88 48,99 25,88 26,68 49,50 70,33 73,13");
        Glyph stacked =
                Glyph.of(20, "50,2 31,11 30,32 50,46 70,34 71,12 50,2", "50,46 27,58 22,80 48,99 77,82 74,60 50,46");
        Glyph openTopped = Glyph.of(25, "74,10 50,2 28,14 32,35 54,52 76,71 70,92 46,99 24,88 27,68 52,48 74,28 82,8");
        return List.of(single, stacked, openTopped);
    }

    private static List<Glyph> nines() {
        Glyph straight = Glyph.of(35, "76,20 56,3 30,8 20,30 34,48 58,44 77,19! 75,58 70,99");
        Glyph slanted = Glyph.of(25, "74,16 50,2 27,14 22,36 42,48 65,38 77,10! 68,56 50,99");
        Glyph hooked = Glyph.of(25, "77,22 58,3 32,8 20,28 34,48 58,45 77,23! 81,54 70,86 46,99 22,91");
        Glyph smallLooped = Glyph.of(15, "70,14 54,1 32,8 25,26 40,41 60,33 73,10! 68,55 62,99");
        return List.of(straight, slanted, hooked, smallLooped);
    }
}
