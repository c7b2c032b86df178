package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.all;
import static dev.diabolo.data.DataFixtures.failure;
import static dev.diabolo.data.DataFixtures.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowWriterTest {
    private static final TensorSpec PAIR = TensorSpec.of(2);

    @TempDir
    Path directory;

    @Test
    void npyKeepsShapeAndValuesOverManyChunks() {
        Path file = directory.resolve("a.npy");
        TensorSpec image = TensorSpec.of(3, 5, 7);
        Iterator<float[]> rows = IntStream.range(0, 1000)
                .mapToObj(i -> {
                    float[] row = new float[image.size()];
                    Arrays.fill(row, i + 0.1f);
                    return row;
                })
                .iterator();
        assertThat(new NpyWriter().write(file, image, rows)).isEqualTo(1000);
        var read = open(file).train();
        assertThat(read.spec()).isEqualTo(image);
        assertThat(read.size()).isEqualTo(1000);
        assertThat(all(read)[999 * image.size()]).isEqualTo(999.1f);
        assertThat(all(read)[all(read).length - 1]).isEqualTo(999.1f);
    }

    @Test
    void npyIsWrittenByteForByteAsNumpyDoes() throws IOException {
        Path file = directory.resolve("a.npy");
        new NpyWriter().write(file, PAIR, List.of(new float[] {1, 2}).iterator());
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes).hasSize(128 + 8);
        assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (1, 2), }")
                .endsWith(" \n");
        assertThat(Arrays.copyOf(bytes, 10)).containsExactly((byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    }

    @Test
    void csvHasOneLineARowAndAHeaderWhereAsked() throws IOException {
        Path file = directory.resolve("a.csv");
        new CsvWriter(List.of("a", "b,c"))
                .write(file, PAIR, List.of(new float[] {0.1f, -2}).iterator());
        assertThat(file).hasContent("a,\"b,c\"\n0.1,-2.0\n");
        new CsvWriter()
                .write(
                        file,
                        PAIR,
                        List.of(new float[] {1, 2}, new float[] {3, 4}).iterator());
        assertThat(file).hasContent("1.0,2.0\n3.0,4.0\n");
    }

    @Property(tries = 100, seed = "11")
    void whatIsWrittenReadsBackBitByBit(@ForAll int[] bits, @ForAll @IntRange(min = 1, max = 3) int width)
            throws IOException {
        float[] values = new float[width * (bits.length + 1)];
        for (int i = 0; i < bits.length; i++) {
            float value = Float.intBitsToFloat(bits[i]);
            values[i] = Float.isFinite(value) ? value : 0;
        }
        TensorSpec spec = TensorSpec.of(width);
        Path folder = Files.createTempDirectory("rows");
        for (RowWriter writer : List.of(new NpyWriter(), new CsvWriter())) {
            Path file = folder.resolve(writer instanceof NpyWriter ? "a.npy" : "a.csv");
            Iterator<float[]> rows = IntStream.range(0, bits.length + 1)
                    .mapToObj(i -> Arrays.copyOfRange(values, i * width, (i + 1) * width))
                    .iterator();
            writer.write(file, spec, rows);
            assertThat(all(open(file).train())).isEqualTo(values);
            Files.delete(file);
        }
        Files.delete(folder);
    }

    @Test
    void afterAFailureTheOlderFileIsStillThereAndNothingElse() throws IOException {
        Path file = Files.writeString(directory.resolve("a.npy"), "older");
        for (RowWriter writer : List.of(new NpyWriter(), new CsvWriter())) {
            Iterator<float[]> failing = failingAfterThreeRows();
            assertThatThrownBy(() -> writer.write(file, PAIR, failing)).hasMessage("the model diverged");
        }
        assertThat(file).hasContent("older");
        assertThat(directory.toFile().list()).containsExactly("a.npy");
    }

    private static Iterator<float[]> failingAfterThreeRows() {
        return IntStream.range(0, 4)
                .mapToObj(row -> {
                    if (row == 3) {
                        throw new IllegalStateException("the model diverged");
                    }
                    return new float[2];
                })
                .iterator();
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsTheMachinesFaultAndNamed() throws IOException {
        Path notADirectory = Files.writeString(directory.resolve("file"), "x");
        for (Path target : List.of(notADirectory.resolve("a.npy"), notADirectory.resolve("no/a.npy"), directory)) {
            DiaboloException error = failure(() ->
                    new NpyWriter().write(target, PAIR, List.<float[]>of().iterator()));
            assertThat(error.kind()).isEqualTo(ErrorKind.RESOURCE);
            assertThat(error.code()).isEqualTo("data.cannot-write");
            assertThat(error).hasMessageContaining(target.toString());
        }
    }

    @Test
    void missingDirectoriesAreMade() {
        Path target = directory.resolve("a/b/c.npy");

        new NpyWriter().write(target, PAIR, List.of(new float[2]).iterator());

        assertThat(target).isRegularFile();
    }

    @Test
    void aRowOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> new CsvWriter()
                        .write(
                                directory.resolve("a.csv"),
                                PAIR,
                                List.of(new float[3]).iterator()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(directory).isEmptyDirectory();
    }
}
