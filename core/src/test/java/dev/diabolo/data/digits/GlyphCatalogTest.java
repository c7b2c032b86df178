package dev.diabolo.data.digits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.data.Chance;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GlyphCatalogTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void thereAreTwoToFourWaysOfWritingADigitAllInUse(int digit) {
        Set<Glyph> seen = new HashSet<>();
        for (int draw = 0; draw < 200; draw++) {
            seen.add(GlyphCatalog.pick(digit, Chance.keyed(draw)));
        }
        assertThat(seen).hasSizeBetween(2, 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void aGlyphAsDesignedFillsTheHeightAndStaysInItsBox(int digit) {
        for (int draw = 0; draw < 50; draw++) {
            Chance chance = Chance.keyed(draw);
            Trace trace = GlyphCatalog.pick(digit, chance).write(chance, 0, 1);
            assertThat(trace.height()).isBetween(90.0, 105.0);
            assertThat(trace.width()).isLessThan(100);
        }
    }
}
