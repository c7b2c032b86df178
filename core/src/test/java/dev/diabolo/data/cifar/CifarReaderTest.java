package dev.diabolo.data.cifar;

import static dev.diabolo.data.ReaderFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.data.ReaderFixtures;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarReaderTest {
    private static final int RECORD = 3073;

    private final ReaderFixtures cifar = ReaderFixtures.of(new CifarReader());

    @TempDir
    private Path folder;

    @Test
    void batchesOfADirectoryFollowEachOtherAndTheTestBatchIsAPart(@TempDir Path copies) throws IOException {
        Files.write(folder.resolve("data_batch_2.bin"), records(3));
        Files.write(folder.resolve("data_batch_1.bin"), records(1, 2));
        Files.write(folder.resolve("test_batch.bin"), records(9));
        Files.writeString(folder.resolve("batches.meta.txt"), "airplane");

        for (ReaderFixtures fixtures : new ReaderFixtures[] {cifar, cifar.stored(copies)}) {
            Dataset data = fixtures.open(folder, Map.of());
            assertThat(data.spec()).isEqualTo(TensorSpec.of(3, 32, 32));
            assertThat(data.train().size()).isEqualTo(3);
            assertThat(data.train().label(2)).isEqualTo(3);
            assertThat(row(data.train(), 2)[5]).isEqualTo((3 * 10 + 5) & 0xFF);
            assertThat(data.test().orElseThrow().label(0)).isEqualTo(9);
        }
    }

    @Test
    void oneFileIsADataSetOfItsOwn() throws IOException {
        Path file = Files.write(folder.resolve("data_batch_1.bin"), records(0, 1));
        assertThat(cifar.open(file, Map.of()).train().size()).isEqualTo(2);
        Path other = Files.write(folder.resolve("renamed.bin"), records(0, 1));
        assertThat(cifar.open(other, Map.of("reader", "cifar")).train().size()).isEqualTo(2);
    }

    @Test
    void aTruncatedRecordIsRefusedWithItsPosition() throws IOException {
        Path file = Files.write(folder.resolve("test_batch.bin"), Arrays.copyOf(records(1, 2), RECORD + 100));
        assertThat(cifar.failure(file, Map.of()))
                .hasMessageContaining("byte " + RECORD)
                .hasMessageContaining("record 2 has 100 bytes");
    }

    @Test
    void aWrongLabelIsRefusedWithItsPosition() throws IOException {
        Path file = Files.write(folder.resolve("test_batch.bin"), records(1, 10));
        assertThat(cifar.failure(file, Map.of()))
                .hasMessageContaining("byte " + RECORD)
                .hasMessageContaining("label 10");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("test_batch.bin"));
        assertThat(cifar.failure(file, Map.of()).code()).isEqualTo("data.empty");
    }

    @Test
    void thereAreNoSettings() throws IOException {
        Path file = Files.write(folder.resolve("test_batch.bin"), records(1));
        assertThat(cifar.failure(file, Map.of("resize", "8x8"))).hasMessageContaining("cifar has no options");
    }

    private static byte[] records(int... labels) {
        byte[] bytes = new byte[labels.length * RECORD];
        for (int i = 0; i < labels.length; i++) {
            bytes[i * RECORD] = (byte) labels[i];
            for (int j = 1; j < RECORD; j++) {
                bytes[i * RECORD + j] = (byte) (labels[i] * 10 + j - 1);
            }
        }
        return bytes;
    }
}
