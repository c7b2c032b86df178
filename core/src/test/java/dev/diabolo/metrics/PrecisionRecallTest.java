package dev.diabolo.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrecisionRecallTest {
    private static final RowProducts PRODUCTS = new PlainProducts();
    private static final float[][] DATA = PlainProducts.normal(400, 2, 0, 1, 1);

    @Test
    void equalSetsAreWithinEachOther() {
        assertThat(PrecisionRecall.of(PRODUCTS, DATA, DATA)).isEqualTo(new PrecisionRecall(1, 1));
    }

    @Test
    void setsFarApartHaveNothingInCommon() {
        float[][] far = PlainProducts.normal(300, 2, 100, 1, 2);

        assertThat(PrecisionRecall.of(PRODUCTS, DATA, far)).isEqualTo(new PrecisionRecall(0, 0));
    }

    @Test
    void samplesOfOneHalfOfTheDataHavePrecisionAndHalfTheRecall() {
        float[][] both = join(DATA, PlainProducts.normal(400, 2, 100, 1, 3));

        PrecisionRecall found = PrecisionRecall.of(PRODUCTS, both, DATA);

        assertThat(found.precision()).isEqualTo(1);
        assertThat(found.recall()).isCloseTo(0.5, within(0.01));
        assertThat(PrecisionRecall.of(PRODUCTS, DATA, both)).isEqualTo(new PrecisionRecall(found.recall(), 1));
    }

    /** On a line, the balls of 0, 1, 2, 3 and 10 reach 3, 2, 2, 3 and 9 to both sides: from -3 to 19 in all. */
    @Test
    void aBallReachesToTheThirdNeighbour() {
        float[][] data = {{0}, {1}, {2}, {3}, {10}};

        float[][] within = {{-2.9f}, {5.9f}, {18.9f}, {19.1f}, {-3.1f}};
        assertThat(PrecisionRecall.of(PRODUCTS, data, within).precision()).isEqualTo(0.6);
    }

    private static float[][] join(float[][] one, float[][] other) {
        return Stream.concat(Stream.of(one), Stream.of(other)).toArray(float[][]::new);
    }
}
