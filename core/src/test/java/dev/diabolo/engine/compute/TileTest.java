package dev.diabolo.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TileTest {
    @Property
    void aTileIsSmallAndNoLargerThanTheProduct(
            @ForAll boolean a,
            @ForAll boolean b,
            @ForAll @IntRange(min = 1, max = 3000) int rows,
            @ForAll @IntRange(min = 1, max = 3000) int columns,
            @ForAll @IntRange(min = 1, max = 3000) int inner) {
        Tile tile = Tile.of(true, a, b, rows, columns, inner);

        assertThat(tile.rows()).isBetween(1, rows);
        assertThat(tile.columns()).isBetween(1, columns);
        assertThat(tile.inner()).isBetween(1, inner);
        if (!b) {
            assertThat((long) tile.rows() * tile.columns() * tile.inner()).isLessThanOrEqualTo(1_000_000);
        }
    }

    @Property
    void withoutSmallKernelsNothingIsCut(
            @ForAll boolean a,
            @ForAll boolean b,
            @ForAll @IntRange(min = 1, max = 3000) int rows,
            @ForAll @IntRange(min = 1, max = 3000) int columns,
            @ForAll @IntRange(min = 1, max = 3000) int inner) {
        assertThat(Tile.of(false, a, b, rows, columns, inner)).isEqualTo(new Tile(rows, columns, inner));
    }

    @Test
    void stepsAreEvenRatherThanALongOneAndAShortOne() {
        assertThat(Tile.of(true, false, false, 65, 784, 1000)).isEqualTo(new Tile(40, 64, 334));
    }
}
