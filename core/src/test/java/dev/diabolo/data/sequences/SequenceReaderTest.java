package dev.diabolo.data.sequences;

import static dev.diabolo.data.ReaderFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.data.ReaderFixtures;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequenceReaderTest {
    private final ReaderFixtures sequences = ReaderFixtures.of(new SequenceReader());

    @TempDir
    private Path folder;

    @Test
    void aSeriesIsCutIntoWindows() throws IOException {
        Dataset data = open("a,b\n1,10\n2,20\n3,30\n4,40\n5,50\n", "window", 2, "stride", 1);

        assertThat(data.spec()).isEqualTo(TensorSpec.of(2, 2));
        assertThat(data.train().size()).isEqualTo(4);
        assertThat(row(data.train(), 0)).containsExactly(1, 2, 10, 20);
        assertThat(row(data.train(), 3)).containsExactly(4, 5, 40, 50);
        assertThat(data.reading().orElseThrow().settings()).containsEntry("columns", List.of("a", "b"));
    }

    @Test
    void windowsDoNotOverlapUnlessAsked() throws IOException {
        assertThat(open("1\n2\n3\n4\n5\n", "window", 2).train().size()).isEqualTo(2);
    }

    @Test
    void longTablesHaveManySequencesInAnyOrder() throws IOException {
        String table = "id,time,x,label\nb,2,6,1\na,1,1,0\nb,1,5,1\na,3,3,0\na,2,2,0\nb,3,7,1\n";

        Examples train = open(table, "layout", "long").train();

        assertThat(train.spec()).isEqualTo(TensorSpec.of(1, 3));
        assertThat(row(train, 0)).containsExactly(5, 6, 7);
        assertThat(row(train, 1)).containsExactly(1, 2, 3);
        assertThat(new int[] {train.label(0), train.label(1)}).containsExactly(1, 0);
    }

    @Test
    void aWideRowIsASequenceWithAllStepsOfEachValueTogether() throws IOException {
        Examples train = open("1,2,3,10,20,30\n4,5,6,40,50,60\n", "layout", "wide", "channels", 2)
                .train();
        assertThat(train.spec()).isEqualTo(TensorSpec.of(2, 3));
        assertThat(row(train, 1)).containsExactly(4, 5, 6, 40, 50, 60);
    }

    @Test
    void columnsMayBeChosen() throws IOException {
        Examples train = open("when,a,b,c\n2,1,2,3\n1,4,5,6\n", "time", "when", "columns", "c,a")
                .train();
        assertThat(row(train, 0)).containsExactly(6, 3, 4, 1);
    }

    /** Else the second would be taken for a value, or never be read. */
    @ParameterizedTest
    @ValueSource(strings = {"x,y,x\n1,2,3\n", "time,x,time\n1,2,3\n", "x,Label,LABEL\n1,2,3\n", "Time,TIME,x\n1,2,3\n"})
    void columnsThatCannotBeToldApartAreRefused(String table) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), table);

        assertThat(sequences.failure(file, Map.of("reader", "sequences")))
                .hasMessageContaining("data.csv:1")
                .hasMessageContaining("rename one");
    }

    @Test
    void theCaseOfColumnsCountsOnlyWhereItTellsThemApart() throws IOException {
        Examples train = open("ID,Time,X,x,Label\na,2,6,60,1\na,1,5,50,1\n", "layout", "long", "columns", "x,X")
                .train();

        assertThat(train.spec()).isEqualTo(TensorSpec.of(2, 2));
        assertThat(row(train, 0)).containsExactly(50, 60, 5, 6);
        assertThat(train.label(0)).isEqualTo(1);
    }

    @Test
    void aFolderHasParts() throws IOException {
        Files.createDirectories(folder.resolve("train"));
        Files.createDirectories(folder.resolve("test"));
        Files.writeString(folder.resolve("train/a.csv"), "1\n2\n3\n4\n");
        Files.writeString(folder.resolve("test/a.csv"), "5\n6\n");
        Dataset data = sequences.open(folder, Map.of("reader", "sequences", "window", 2));
        assertThat(data.train().size()).isEqualTo(2);
        assertThat(row(data.test().orElseThrow(), 0)).containsExactly(5, 6);
    }

    @Test
    void filesThatDifferInValuesOrLabelsAreRefused() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "x,y\n1,2\n");
        Files.writeString(folder.resolve("b.csv"), "x\n1\n");
        assertThat(sequences.failure(folder, Map.of("reader", "sequences")))
                .hasMessageContaining("a.csv has 2")
                .hasMessageContaining("b.csv has 1");
        Files.writeString(folder.resolve("b.csv"), "x,y,label\n1,2,3\n");
        assertThat(sequences.failure(folder, Map.of("reader", "sequences"))).hasMessageContaining("some have none");
    }

    @Test
    void aModelsReadingHoldsForOtherFiles() throws IOException {
        Dataset learnt = open("x,y\n1,2\n3,4\n5,6\n", "window", 2, "columns", "y");
        Path other = Files.writeString(folder.resolve("other.csv"), "y,x\n1,2\n3,4\n");
        assertThat(row(sequences.open(other, Map.of(), learnt.reading()).train(), 0))
                .containsExactly(1, 3);
        Path npy = folder.resolve("numbers.txt");
        Files.writeString(npy, "1,2\n3,4\n");
        assertThat(sequences.open(npy, Map.of(), learnt.reading()).spec()).isEqualTo(TensorSpec.of(2));
    }

    @Test
    void aWindowLongerThanTheSeriesIsRefusedWithBothNumbers() throws IOException {
        assertThat(failure("1\n2\n3\n", "window", 5))
                .hasMessageContaining("window has 5 steps")
                .hasMessageContaining("sequence has 3");
    }

    @Test
    void differentLengthsAreRefusedWithBothUnlessCut() throws IOException {
        String table = "id,x\na,1\na,2\nb,1\n";
        assertThat(failure(table, "layout", "long"))
                .hasMessageContaining("id a has 2 steps")
                .hasMessageContaining("id b has 1");
        assertThat(open(table, "layout", "long", "window", 1).train().size()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "", "inf", "1e99", "x"})
    void aCellThatIsNoFiniteNumberIsRefusedWithItsPlace(String cell) throws IOException {
        assertThat(failure("a,b\n1,2\n3," + cell + "\n", "window", 1))
                .hasMessageContaining("in.csv:3")
                .hasMessageContaining("2 (b)");
    }

    @Test
    void hostileTablesAreRefused() throws IOException {
        assertThat(failure("", "window", 1).code()).isEqualTo("data.empty");
        assertThat(failure("a,b\n", "window", 1).code()).isEqualTo("data.empty");
        assertThat(failure("a,b\n1,2\n1\n", "window", 1).code()).isEqualTo("data.ragged-row");
        assertThat(failure("a,b\n1,2\n", "layout", "long")).hasMessageContaining("no column 'id'");
        assertThat(failure("1,2\n", "layout", "long")).hasMessageContaining("there is no header");
        assertThat(failure("time,x\n1,2\n1,3\n")).hasMessageContaining("same time");
        assertThat(failure("1,2,3\n", "layout", "wide", "channels", 2)).hasMessageContaining("no whole time steps");
        assertThat(failure("x\n1\n", "time", "when")).hasMessageContaining("no column 'when'");
        assertThat(failure("id\n1\n", "layout", "long")).hasMessageContaining("no column is left");
        assertThat(failure("1\n2\n", "channels", 2)).hasMessageContaining("layout is wide");
    }

    @Property(tries = 50)
    void everyStepIsInItsWindow(
            @ForAll @IntRange(min = 1, max = 40) int length,
            @ForAll @IntRange(min = 1, max = 10) int window,
            @ForAll @IntRange(min = 1, max = 10) int stride) {
        Sequence sequence = new Sequence("s");
        for (int i = 0; i < length + window; i++) {
            sequence.add(new Sequence.Step(i, new float[] {i}, i, ""));
        }
        Examples windows = new WindowCutter(1, window, stride).cut(List.of(sequence), true);
        assertThat(windows.size()).isEqualTo(length / stride + 1);
        for (int i = 0; i < windows.size(); i++) {
            int begin = i * stride;
            float[] expected = new float[window];
            for (int j = 0; j < window; j++) {
                expected[j] = begin + j;
            }
            assertThat(row(windows, i)).isEqualTo(expected);
            assertThat(windows.label(i)).isEqualTo(begin + window - 1);
        }
    }

    private Dataset open(String content, Object... settings) throws IOException {
        return sequences.open(Files.writeString(folder.resolve("in.csv"), content), settings(settings));
    }

    private DiaboloException failure(String content, Object... settings) throws IOException {
        return sequences.failure(Files.writeString(folder.resolve("in.csv"), content), settings(settings));
    }

    private static Map<String, Object> settings(Object... settings) {
        Map<String, Object> map = new HashMap<>(IntStream.range(0, settings.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> (String) settings[2 * i], i -> settings[2 * i + 1])));
        map.put("reader", "sequences");
        return map;
    }
}
