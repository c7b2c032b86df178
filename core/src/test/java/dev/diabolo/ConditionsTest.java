package dev.diabolo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.diabolo.data.Scaling;
import dev.diabolo.engine.TailedExamples;
import dev.diabolo.spi.data.Examples;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConditionsTest {
    private static final int ROWS = 2000;
    private static final int WIDTH = 2 + 3 + 1;

    @TempDir
    private Path directory;

    @Test
    void rowsOfABatchAreWrittenWithoutAllocation() throws IOException {
        Examples rows = rows();
        float[] row = new float[WIDTH];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        readAll(rows, row);
        long before = threads.getCurrentThreadAllocatedBytes();
        readAll(rows, row);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(ROWS);
    }

    @Test
    void threadsThatWriteAtOnceDoNotMixTheirRows() throws IOException {
        Examples rows = rows();
        assertThat(IntStream.range(0, 20 * ROWS).parallel().allMatch(i -> isRight(rows, i % ROWS)))
                .isTrue();
    }

    private static boolean isRight(Examples rows, int index) {
        float[] row = new float[WIDTH];
        rows.read(index, row, 0);
        return row[0] == index
                && row[1] == -index
                && row[2 + index % 3] == 1
                && row[2] + row[3] + row[4] == 1
                && Math.abs(row[5] * (ROWS - 1) - index) < 1e-3;
    }

    private static void readAll(Examples rows, float[] row) {
        for (int i = 0; i < ROWS; i++) {
            rows.read(i, row, 0);
        }
    }

    /** Of a table of values, a category and a number, as the engine has them. */
    private Examples rows() throws IOException {
        String table = Stream.concat(
                        Stream.of("x,kind,age,y"),
                        IntStream.range(0, ROWS).mapToObj(i -> i + "," + "abc".charAt(i % 3) + "," + i + "," + -i))
                .collect(Collectors.joining("\n"));
        Path file = Files.writeString(directory.resolve("table.csv"), table);
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Examples train = diabolo.data(file.toString(), Map.of("reader", "table", "condition", "kind,age"))
                    .train();
            Conditions conditions = Conditions.of(train);
            Examples scaled = Scaling.IDENTITY.of(train);
            return new TailedExamples(scaled, conditions.size(), conditions.of(Optional.of(scaled), Map.of()));
        }
    }
}
