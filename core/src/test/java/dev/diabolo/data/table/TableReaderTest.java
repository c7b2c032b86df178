package dev.diabolo.data.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.spi.data.ConditionColumn;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableReaderTest {
    @TempDir
    private Path folder;

    private Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);

    @AfterEach
    void close() {
        diabolo.close();
    }

    private Dataset read(Map<String, ?> settings, String... lines) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.write(file, List.of(lines));
        Map<String, Object> all = new java.util.HashMap<>(settings);
        all.put("reader", "table");
        return diabolo.data(file.toString(), all);
    }

    private static float[] conditions(Examples examples, int index) {
        float[] row = new float[examples.conditions().size()];
        examples.readConditions(index, row, 0);
        return row;
    }

    private static float[] values(Examples examples, int index) {
        float[] row = new float[examples.spec().size()];
        examples.read(index, row, 0);
        return row;
    }

    @Test
    void conditionsAreTakenFromTheValues() throws IOException {
        Dataset data =
                read(Map.of("condition", "sex, age"), "a,age,label,sex,b", "1.5,40,7,m,2", "3,20,8,f,4", "5,30,7,m,6");
        Examples examples = data.train();

        assertThat(examples.conditions())
                .containsExactly(new ConditionColumn("sex", List.of("f", "m")), new ConditionColumn("age", List.of()));
        assertThat(values(examples, 0)).containsExactly(1.5f, 2);
        assertThat(conditions(examples, 0)).containsExactly(1, 40);
        assertThat(conditions(examples, 1)).containsExactly(0, 20);
        assertThat(examples.label(1)).isEqualTo(8);
        assertThat(data.origin()).contains("sex: f, m; age: a number");
        assertThat(data.reading().orElseThrow().settings())
                .containsEntry("columns", List.of("a", "b"))
                .containsEntry("categorical", List.of("sex"));
    }

    @Test
    void columnsAreChosenAndOrderedByName() throws IOException {
        Examples examples =
                read(Map.of("columns", List.of("b", "A")), "id,a,b", "1,2,3").train();

        assertThat(values(examples, 0)).containsExactly(3, 2);
        assertThat(examples.conditions()).isEmpty();
    }

    @Test
    void numbersMayBeNames() throws IOException {
        Examples examples = read(Map.of("condition", "grade", "categorical", "grade"), "a,grade", "1,10", "2,9", "3,x")
                .train();

        assertThat(examples.conditions().get(0).categories()).containsExactly("10", "9", "x");
        assertThat(conditions(examples, 1)).containsExactly(1);
    }

    @Test
    void whatCannotBeAConditionIsRefusedWithItsPlace() throws IOException {
        assertRefused(
                Map.of("condition", "age"), List.of("a,age", "1,40", "2,"), "table.csv:3, column 2 (age)", "empty");
        assertRefused(Map.of("condition", "age"), List.of("a,age", "1,40", "2,NaN"), "table.csv:3", "age");
        assertRefused(
                Map.of("condition", "age"),
                List.of("a,age", "1,40", "2,4o"),
                "numbers and texts in one column",
                "table.csv:3",
                "data.categorical");
        assertRefused(Map.of("condition", "size"), List.of("a,age", "1,40"), "no column 'size'", "a, age");
        assertRefused(Map.of("condition", "age"), List.of("1,40"), "there is no header");
        assertRefused(Map.of("condition", "a,age"), List.of("a,age", "1,40"), "no column is left");
        assertRefused(Map.of("condition", "label"), List.of("a,label", "1,40"), "labels.use=condition");
        assertRefused(Map.of("condition", "age,age"), List.of("a,age", "1,40"), "'age' is there twice");
        assertRefused(Map.of("condition", "age", "columns", "a,age"), List.of("a,age", "1,4"), "a condition as well");
        assertRefused(
                Map.of("condition", "age", "categorical", "a"), List.of("a,age", "1,4"), "none of the conditions");
        assertRefused(Map.of("condition", "age"), List.of("a,age", "x,4"), "'x' is not a number", "column 1 (a)");
        assertRefused(Map.of("condition", "age"), List.of("a,age", "1,4,5"), "expected 2 columns, found 3");
        assertRefused(Map.of("condition", "age"), List.of("a,age"), "table.csv");
    }

    private void assertRefused(Map<String, ?> settings, List<String> lines, String... messages) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> read(settings, lines.toArray(String[]::new)))
                .matches(error -> error.kind() == ErrorKind.USER)
                .satisfies(error -> assertThat(error.getMessage()).contains(messages));
    }
}
