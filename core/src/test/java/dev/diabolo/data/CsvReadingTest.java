package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.all;
import static dev.diabolo.data.DataFixtures.failure;
import static dev.diabolo.data.DataFixtures.gzip;
import static dev.diabolo.data.DataFixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReadingTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1,2.5\n-3e2,4\n",
                "a,b\n1,2.5\n-3e2,4",
                "1;2.5\r\n-3e2;4\r\n",
                "1\t2.5\n-3e2\t4\n",
                "\"1\",\"2.5\"\n\"-3e2\",\"4\"\n",
                "\n1,2.5\n\n   \n-3e2,4\n\n",
                "\uFEFFa,b\n1,2.5\n-3e2,4\n",
                "\uFEFF1,2.5\n-3e2,4\n",
                "\"x;y\",b\n1,2.5\n-3e2,4\n",
                " 1 , 2.5 \n -3e2 ,+4\n"
            })
    void formsOfOneTableReadTheSame(String text) throws IOException {
        var data = open(directory, "a.csv", text);
        assertThat(data.spec()).isEqualTo(TensorSpec.of(2));
        assertThat(all(data.train())).containsExactly(1, 2.5f, -300, 4);
        assertThat(data.train().labelled()).isFalse();
    }

    @Test
    void aColumnCalledLabelHoldsLabels() throws IOException {
        var train = open(directory, "a.csv", "0,label,1\n5,3,6\n7,2,8\n").train();
        assertThat(all(train)).containsExactly(5, 6, 7, 8);
        assertThat(train.label(0)).isEqualTo(3);
        assertThat(train.label(1)).isEqualTo(2);
    }

    @Test
    void compressedTablesAreRead() throws IOException {
        byte[] zipped = gzip("1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(all(open(directory, "a.csv.gz", zipped).train())).containsExactly(1, 2);
    }

    @Test
    void rowsMayBeAsWideAsColourImages() throws IOException {
        String row = "1,".repeat(3 * 128 * 128 - 1) + "2\n";
        assertThat(open(directory, "a.csv", row + row).spec()).isEqualTo(TensorSpec.of(3 * 128 * 128));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1024, 1025, 262_143, 262_144, 262_145, 600_001})
    void noValueIsLostWhateverTheirNumber(int rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            text.append(i % 1000).append('\n');
        }
        float[] read = all(open(directory, "a.csv", text.toString()).train());
        assertThat(read).hasSize(rows);
        for (int i = 0; i < rows; i++) {
            assertThat((int) read[i]).isEqualTo(i % 1000);
        }
    }

    @Test
    void aRaggedRowIsToldByLineWithBothCounts() {
        DiaboloException error = failure(() -> open(directory, "a.csv", "a,b,c\n1,2,3\n\n4,5\n"));
        assertThat(error.code()).isEqualTo("data.ragged-row");
        assertThat(error).hasMessageContaining("a.csv:4").hasMessageContaining("expected 3 columns, found 2");
        assertThat(failure(() -> open(directory, "a.csv", "1,2\n1,2,3\n"))).hasMessageContaining("found 3");
    }

    @Test
    void textAmongNumbersIsToldByLineAndColumn() {
        DiaboloException named = failure(() -> open(directory, "a.csv", "height,weight\n1,2\n3,heavy\n"));
        assertThat(named.code()).isEqualTo("data.not-a-number");
        assertThat(named)
                .hasMessageContaining("a.csv:3")
                .hasMessageContaining("column 2 (weight)")
                .hasMessageContaining("'heavy'");
        assertThat(failure(() -> open(directory, "a.csv", "1,2x\n3,4\n"))).hasMessageContaining("a.csv:1, column 2");
        assertThat(failure(() -> open(directory, "a.csv", "1,2\n3,\n"))).hasMessageContaining("the cell is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1f", "0x10", "1_000", "1e", ".", "--1", "1,5", "١"})
    void notationsOtherThanDecimalAreNoNumbers(String text) {
        assertThat(failure(() -> open(directory, "a.csv", "7;7\n7;" + text + "\n"))
                        .code())
                .isEqualTo("data.not-a-number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "nan", "-inf", "Infinity", "1e99"})
    void valuesThatAreNotFiniteAreToldByLine(String text) {
        DiaboloException error = failure(() -> open(directory, "a.csv", "1,2\n3," + text + "\n"));
        assertThat(error.code()).isEqualTo("data.not-finite");
        assertThat(error).hasMessageContaining("a.csv:2, column 2").hasMessageContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b\n", "\n\n", "   \n"})
    void aTableWithoutRowsIsEmpty(String text) {
        assertThat(failure(() -> open(directory, "a.csv", text)).code()).isEqualTo("data.empty");
    }

    @Test
    void labelsMustBeWholeAndOneColumn() {
        assertThat(failure(() -> open(directory, "a.csv", "x,label\n1,0.5\n"))).hasMessageContaining("a.csv:2");
        assertThat(failure(() -> open(directory, "a.csv", "label,label\n1,2\n")).code())
                .isEqualTo("data.bad-header");
        assertThat(failure(() -> open(directory, "a.csv", "label\n1\n")).code()).isEqualTo("data.bad-header");
    }

    @Test
    void anUnclosedQuoteIsAnErrorNotACrash() {
        DiaboloException error = failure(() -> open(directory, "a.csv", "1,2\n\"3,4\n5,6\n"));
        assertThat(error.code()).startsWith("data.");
    }
}
