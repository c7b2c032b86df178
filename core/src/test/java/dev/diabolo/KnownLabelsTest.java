package dev.diabolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.data.RowExamples;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KnownLabelsTest {
    private static final int EXAMPLES = 90;
    private static final int CLASSES = 3;

    /** One value each, its number; labels 10, 11 and 12 in turn, but for the last ten, whose labels are unknown. */
    private final Examples examples = examples();

    private final Tails tails = Tails.of(Optional.of(Classes.of(examples, LabelUse.LOSS)), Conditions.NONE);

    private static Examples examples() {
        float[][] rows = new float[EXAMPLES][];
        int[] labels = new int[EXAMPLES];
        for (int i = 0; i < EXAMPLES; i++) {
            rows[i] = new float[] {i};
            labels[i] = i < EXAMPLES - 10 ? 10 + i % CLASSES : -1;
        }
        return RowExamples.of(rows, labels);
    }

    private Examples rows(int known, double share) {
        return new KnownLabels(examples, tails).rows(new LabelOptions(LabelUse.LOSS, known, share), 1);
    }

    private static float[] read(Examples rows, int index) {
        float[] row = new float[1 + CLASSES];
        rows.read(index, row, 0);
        return row;
    }

    @Test
    void everyLabelIsWrittenBehindItsExample() {
        Examples rows = rows(0, 0);

        assertThat(rows.size()).isEqualTo(EXAMPLES);
        assertThat(read(rows, 4)).containsExactly(4, 0, 1, 0);
        assertThat(read(rows, 85)).as("one without a label").containsExactly(85, 0, 0, 0);
    }

    @Test
    void asManyOfEachClassAreKnownAsAreAskedFor() {
        int[] counts = counts(rows(30, 0));

        assertThat(counts).containsExactly(10, 10, 10);
        assertThat(counts(rows(31, 0))).containsExactly(11, 10, 10);
    }

    @Test
    void knownExamplesAreRepeatedUntilTheyHaveTheirShare() {
        Examples rows = rows(3, 0.5);

        assertThat(rows.size()).isEqualTo(2 * (EXAMPLES - 3));
        assertThat(counts(rows)).containsExactly(29, 29, 29);
    }

    private static int[] counts(Examples rows) {
        int[] counts = new int[CLASSES];
        for (int i = 0; i < rows.size(); i++) {
            float[] row = read(rows, i);
            for (int j = 0; j < CLASSES; j++) {
                counts[j] += (int) row[1 + j];
            }
        }
        return counts;
    }

    @Test
    void fewerThanOneOfEachClassOrMoreThanThereAreAreRefused() {
        for (int known : new int[] {2, EXAMPLES}) {
            assertThatExceptionOfType(DiaboloException.class)
                    .isThrownBy(() -> rows(known, 0))
                    .withMessageContaining(known + " labels cannot be known")
                    .withMessageContaining("labels.known");
        }
    }
}
