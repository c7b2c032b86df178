package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.all;
import static dev.diabolo.data.DataFixtures.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitsTest {
    @Property(seed = "3")
    void everyExampleIsInExactlyOnePart(
            @ForAll @IntRange(min = 2, max = 200) int size,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double fraction,
            @ForAll long seed) {
        Splits.HeldOut parts = Splits.holdOut(numbered(size), fraction, seed);
        List<Integer> seen = new ArrayList<>();
        for (Examples part : List.of(parts.train(), parts.validation())) {
            assertThat(part.size()).isPositive();
            IntStream.range(0, part.size()).forEach(i -> seen.add(part.label(i)));
        }
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, size).boxed().toList());
    }

    @Test
    void theSameSeedHoldsOutTheSameExamplesAndAnotherDoesNot() {
        float[] first = all(Splits.holdOut(numbered(100), 0.2, 7).validation());
        assertThat(first).hasSize(20);
        assertThat(all(Splits.holdOut(numbered(100), 0.2, 7).validation())).isEqualTo(first);
        assertThat(all(Splits.holdOut(numbered(100), 0.2, 8).validation())).isNotEqualTo(first);
    }

    @Test
    void theChoiceOfASeedIsFixedForever() {
        assertThat(all(Splits.holdOut(numbered(10), 0.3, 42).validation())).containsExactly(3, 4, 7);
    }

    @Test
    void impossibleSharesAreRefused() {
        for (double fraction : new double[] {0, 1, -1, Double.NaN}) {
            assertThat(failure(() -> Splits.holdOut(numbered(5), fraction, 1)).code())
                    .isEqualTo("data.bad-fraction");
        }
        assertThat(failure(() -> Splits.holdOut(numbered(1), 0.5, 1)).code()).isEqualTo("data.too-few-examples");
    }

    @Test
    void aSubsetLooksAtTheExamplesChosen() {
        assertThat(all(Subset.range(numbered(5), 1, 3))).containsExactly(1, 2);
        Subset chosen = Subset.of(numbered(5), 4, 0, 4);
        assertThat(all(chosen)).containsExactly(4, 0, 4);
        assertThat(chosen.label(0)).isEqualTo(4);
        assertThat(chosen.labelled()).isTrue();
    }

    @Test
    void aSubsetNeverReachesBeyondItself() {
        assertThatThrownBy(() -> Subset.of(numbered(2), 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Subset.range(numbered(2), 1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> Subset.range(numbered(5), 1, 2).read(1, new float[1], 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static Examples numbered(int size) {
        float[] values = new float[size];
        int[] labels = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = i;
            labels[i] = i;
        }
        return new ArrayExamples(TensorSpec.of(1), new Values.Floats(values), labels);
    }
}
