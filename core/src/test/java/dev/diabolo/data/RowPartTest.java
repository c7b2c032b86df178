package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.floats;
import static dev.diabolo.data.DataFixtures.npy;
import static dev.diabolo.data.DataFixtures.open;
import static dev.diabolo.data.DataFixtures.openStored;
import static dev.diabolo.data.DataFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowPartTest {
    private static final Map<String, byte[]> TABLES = Map.of(
            "floats.npy", npy("<f4", false, "(2, 4)", floats(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, 4, 5, 6, 7, 8)),
            "bytes.npy", npy("|u1", false, "(2, 4)", new byte[] {1, 2, 3, 4, 5, 6, 7, 8}),
            "shorts.npy", npy(">u2", false, "(2, 4)", new byte[] {0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8}));

    @TempDir
    private Path directory;

    @Test
    void columnsAreTheSameInMemoryAndInFilesOfAnyType() throws IOException {
        for (Map.Entry<String, byte[]> table : TABLES.entrySet()) {
            Path file = Files.write(directory.resolve(table.getKey()), table.getValue());
            Examples stored = openStored(file, directory).train();
            Examples held = open(file).train();
            assertThat(stored.inMemory()).isFalse();
            assertThat(held.inMemory()).isTrue();
            for (Examples examples : List.of(stored, held)) {
                Examples part = ((RowTable) examples).columns(1, 2);
                assertThat(part.spec()).isEqualTo(TensorSpec.of(2));
                assertThat(part.inMemory()).isEqualTo(examples.inMemory());
                assertThat(row(part, 1)).as(table.getKey()).containsExactly(6, 7);
                assertThat(row(part, 0)).as(table.getKey()).containsExactly(2, 3);
                float[] target = {-1, -1, -1, -1};
                ((RowTable) examples).columns(3, 1).read(1, target, 2);
                assertThat(target).as(table.getKey()).containsExactly(-1, -1, 8, -1);
            }
        }
    }
}
