package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.all;
import static dev.diabolo.data.DataFixtures.doubles;
import static dev.diabolo.data.DataFixtures.failure;
import static dev.diabolo.data.DataFixtures.floats;
import static dev.diabolo.data.DataFixtures.gzip;
import static dev.diabolo.data.DataFixtures.idx;
import static dev.diabolo.data.DataFixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxReadingTest {
    private static final ByteOrder BIG = ByteOrder.BIG_ENDIAN;

    @TempDir
    Path directory;

    @Test
    void imagesHaveOneChannelAndUnsignedValues() throws IOException {
        var examples = open(
                        directory, "x-ubyte", idx(8, new int[] {2, 1, 2}, (byte) 0, (byte) 255, (byte) 128, (byte) 1))
                .train();
        assertThat(examples.spec()).isEqualTo(TensorSpec.of(1, 1, 2));
        assertThat(all(examples)).containsExactly(0, 255, 128, 1);
    }

    @Test
    void tablesStayVectorsAndListsAreVectorsOfOne() throws IOException {
        assertThat(open(directory, "a", idx(8, new int[] {1, 2}, (byte) 1, (byte) 2))
                        .spec())
                .isEqualTo(TensorSpec.of(2));
        assertThat(open(directory, "b", idx(8, new int[] {2}, (byte) 1, (byte) 2))
                        .spec())
                .isEqualTo(TensorSpec.of(1));
    }

    @Test
    void fourDimensionsAreImagesWithChannels() throws IOException {
        assertThat(open(directory, "a", idx(8, new int[] {1, 2, 1, 3}, new byte[6]))
                        .spec())
                .isEqualTo(TensorSpec.of(2, 1, 3));
    }

    @Test
    void everyElementTypeIsRead() throws IOException {
        assertThat(all(open(directory, "a", idx(9, new int[] {1}, (byte) -3)).train()))
                .containsExactly(-3);
        assertThat(all(open(directory, "b", idx(0x0B, new int[] {1}, (byte) 0xFF, (byte) 0))
                        .train()))
                .containsExactly(-256);
        assertThat(all(open(directory, "c", idx(0x0C, new int[] {1}, new byte[] {0, 1, 0, 0}))
                        .train()))
                .containsExactly(65536);
        assertThat(all(open(directory, "d", idx(0x0D, new int[] {1}, floats(BIG, 0.1f)))
                        .train()))
                .containsExactly(0.1f);
        assertThat(all(open(directory, "e", idx(0x0E, new int[] {1}, doubles(BIG, 0.1)))
                        .train()))
                .containsExactly(0.1f);
    }

    @Test
    void compressedFilesReadTheSame() throws IOException {
        byte[] plain = idx(8, new int[] {2, 3}, (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5, (byte) 6);
        assertThat(all(open(directory, "a.gz", gzip(plain)).train())).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aTruncatedGzipIsToldAsSuch() throws IOException {
        byte[] whole = gzip(idx(8, new int[] {100, 100}, new byte[10_000]));
        for (int length : new int[] {15, whole.length / 2, whole.length - 4}) {
            DiaboloException error = failure(() -> open(directory, "a.gz", Arrays.copyOf(whole, length)));
            assertThat(error.code()).isEqualTo("data.truncated");
            assertThat(error).hasMessageContaining("a.gz");
        }
    }

    @Test
    void aNameThatPromisesGzipMustBeGzip() {
        assertThat(failure(() -> open(directory, "a.gz", idx(8, new int[] {1}, (byte) 1)))
                        .code())
                .isEqualTo("data.wrong-magic");
    }

    @Test
    void aWrongMagicNumberIsToldAsSuch() {
        assertThat(failure(() -> open(directory, "train-images-idx3-ubyte", "hello world"))
                        .code())
                .isEqualTo("data.wrong-magic");
    }

    @Test
    void aHeaderThatDisagreesWithTheFileIsRefusedBeforeMemoryIsTaken() {
        DiaboloException error = failure(() -> open(directory, "a", idx(8, new int[] {30_000, 60_000}, new byte[10])));
        assertThat(error.code()).isIn("data.size-mismatch", "data.memory");
        assertThat(failure(() -> open(directory, "b", idx(8, new int[] {2}, new byte[3])))
                        .code())
                .isEqualTo("data.size-mismatch");
        assertThat(failure(() -> open(directory, "c", idx(8, new int[] {-1, -1, -1}, new byte[3])))
                        .code())
                .isEqualTo("data.too-large");
        assertThat(failure(() -> open(directory, "d.gz", gzip(idx(8, new int[] {20_000, 20_000}, new byte[3]))))
                        .code())
                .isEqualTo("data.size-mismatch");
        assertThat(failure(() -> open(directory, "e.gz", gzip(idx(8, new int[] {2}, new byte[3]))))
                        .code())
                .isEqualTo("data.size-mismatch");
    }

    @Test
    void valuesThatAreNotFiniteAreToldByRowAndColumn() {
        DiaboloException error =
                failure(() -> open(directory, "a", idx(0x0D, new int[] {2, 2}, floats(BIG, 1, 2, 3, Float.NaN))));
        assertThat(error.code()).isEqualTo("data.not-finite");
        assertThat(error).hasMessageContaining("row 2, column 2").hasMessageContaining("NaN");
    }

    @Test
    void noExamplesIsAnError() {
        assertThat(failure(() -> open(directory, "a", idx(8, new int[] {0, 3}))).code())
                .isEqualTo("data.empty");
        assertThat(failure(() -> open(directory, "b", new byte[0])).code()).isEqualTo("data.empty");
    }

    @Test
    void moreThanFourDimensionsAreRefused() {
        assertThat(failure(() -> open(directory, "a", idx(8, new int[] {1, 1, 1, 1, 1}, new byte[1])))
                        .code())
                .isEqualTo("data.bad-header");
    }
}
