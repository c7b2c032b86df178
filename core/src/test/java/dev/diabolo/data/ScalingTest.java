package dev.diabolo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ScalingTest {
    @Property(tries = 500, seed = "3")
    void theRangeOfScaledValuesIsTheScaledRange(@ForAll @Size(min = 1, max = 9) float[] values) {
        Scaling scaling = new Scaling(0.1f, 1 / 3f);
        var scaled = new ScaledExamples(
                new ArrayExamples(TensorSpec.of(values.length), new Values.Floats(values), null), scaling);
        assertThat(ValueRange.of(scaled)).isEqualTo(ValueRange.read(scaled));
    }

    @Test
    void dataWithinZeroAndOneIsLeftAlone() {
        assertThat(fit(0.25f, 0.75f)).isEqualTo(Scaling.IDENTITY);
        assertThat(fit(0, 1)).isEqualTo(Scaling.IDENTITY);
    }

    @Test
    void otherDataIsBroughtFromItsRangeToZeroAndOne() {
        float[] values = {0, 51, 255};
        fit(values).apply(values);
        assertThat(values).containsExactly(0, 51 * (1 / 255f), 1);
        float[] negative = {-1, 0, 1};
        fit(negative).apply(negative);
        assertThat(negative).containsExactly(0, 0.5f, 1);
    }

    @Test
    void oneValueThroughoutBecomesZero() {
        float[] values = {7, 7};
        assertThat(fit(values)).isEqualTo(new Scaling(7, 1));
        fit(values).apply(values);
        assertThat(values).containsExactly(0, 0);
    }

    @Test
    void aRangeBeyondFloatsIsRefused() {
        assertThatThrownBy(() -> fit(-3e38f, 3e38f))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("cannot be scaled");
    }

    @Property(seed = "5")
    void scaledDataLiesWithinZeroAndOneAndComesBack(
            @ForAll @Size(min = 1, max = 40) List<@FloatRange(min = -1e30f, max = 1e30f) Float> numbers) {
        float[] values = new float[numbers.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = numbers.get(i);
        }
        Scaling scaling = fit(values);
        float[] scaled = values.clone();
        scaling.apply(scaled);
        float[] back = scaled.clone();
        scaling.invert(back);
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < values.length; i++) {
            assertThat(scaled[i]).isBetween(0f, 1f);
            assertThat(back[i]).isCloseTo(values[i], within(largest * 1e-6f + Float.MIN_NORMAL));
        }
    }

    @Property(seed = "5")
    void theLargestValueNeverScalesBeyondOne(@ForAll @FloatRange(min = 1.5f, max = 1e38f) float largest) {
        float[] values = {0, largest};
        fit(values).apply(values);
        assertThat(values[1]).isLessThanOrEqualTo(1).isCloseTo(1, within(1e-6f));
    }

    @Test
    void rangesWhoseReciprocalIsSubnormalStayWithinZeroAndOne() {
        float[] values = {-2.4504033E37f, 1.2853628E38f};
        fit(values).apply(values);
        assertThat(values[1]).isLessThanOrEqualTo(1).isCloseTo(1, within(1e-6f));
    }

    @Test
    void tinyRangesBelowZeroStayWithinZeroAndOne() {
        float[] values = {-Float.MIN_VALUE, 0};
        fit(values).apply(values);
        assertThat(values[0]).isZero();
        assertThat(values[1]).isBetween(0f, 1f);
    }

    @Test
    void aViewScalesOnlyWhatItReads() {
        var source =
                new ArrayExamples(TensorSpec.of(2), new Values.Floats(new float[] {0, 10, 20, 40}), new int[] {3, 4});
        var view = Scaling.fit(source).of(source);
        float[] target = {-5, -5, -5, -5};
        view.read(1, target, 1);
        assertThat(target).containsExactly(-5, 0.5f, 1, -5);
        assertThat(view.label(1)).isEqualTo(4);
    }

    private static Scaling fit(float... values) {
        return Scaling.fit(new ArrayExamples(TensorSpec.of(values.length), new Values.Floats(values), null));
    }
}
