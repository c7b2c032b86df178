package dev.diabolo.plugins.adversarial.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.plugins.adversarial.prior.samples.SamplesPriorOptions;
import dev.diabolo.plugins.adversarial.prior.samples.SamplesPriorProvider;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleFilesTest {
    @TempDir
    Path folder;

    @Test
    void rowsOfTextAreKeptWithTheModel() throws IOException {
        Path file = Files.writeString(folder.resolve("codes.csv"), "1,2.5\n-3,4e-1\n\n");
        SamplesPriorOptions read = read(file);

        assertThat(read.rows()).containsExactly(1.0, 2.5, -3.0, 0.4);
        assertThat(read.width()).isEqualTo(2);
        Files.delete(file);
        new SamplesPriorProvider().create(read).requireSupported(TensorSpec.of(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8})
    void arraysOfNumpyAreReadInBothPrecisions(int bytes) throws IOException {
        double[] values = {1, 2, 3, -4.5, 5, 6};
        String header = "{'descr': '<f" + bytes + "', 'fortran_order': False, 'shape': (2, 3), }";
        header += " ".repeat(118 - header.length() - 1) + "\n";
        ByteBuffer buffer = ByteBuffer.allocate(128 + 6 * bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0}).putShort((short) header.length());
        buffer.put(header.getBytes(StandardCharsets.US_ASCII));
        for (double value : values) {
            if (bytes == 4) {
                buffer.putFloat((float) value);
            } else {
                buffer.putDouble(value);
            }
        }
        SamplesPriorOptions read = read(Files.write(folder.resolve("codes.npy"), buffer.array()));

        assertThat(read.rows()).containsExactly(1.0, 2.0, 3.0, -4.5, 5.0, 6.0);
        assertThat(read.width()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2\n3\n", "1,two\n", "1,NaN\n", "1e300,2\n"})
    void whatIsNoMatrixIsRefusedWithItsPlace(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), content);
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER))
                .hasMessageContaining("bad.csv")
                .hasMessageContaining("diabolo encode");
    }

    @Test
    void aMissingFileAndAnArrayThatEndsTooEarlyAreRefused() throws IOException {
        assertThatThrownBy(() -> read(folder.resolve("none.npy"))).hasMessageContaining("none.npy");
        byte[] cut = "\u0093NUMPY\u0001\u0000\u0010\u0000{'descr': '<f4'}".getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("cut.npy"), cut);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("cut.npy");
    }

    @Test
    void codesOfAnotherSizeAndNoFileAreRefused() {
        SamplesPriorOptions none = new SamplesPriorOptions("", 0, List.of(), 0);
        assertThatThrownBy(() -> new SamplesPriorProvider().create(none).requireSupported(TensorSpec.of(2)))
                .hasMessageContaining("prior.file");
        SamplesPriorOptions two = new SamplesPriorOptions("", 0, List.of(1.0, 2.0), 2);
        assertThatThrownBy(() -> new SamplesPriorProvider().create(two).requireSupported(TensorSpec.of(3)))
                .hasMessageContaining("latent=2");
    }

    private static SamplesPriorOptions read(Path file) {
        return new SamplesPriorProvider().selfContained(new SamplesPriorOptions(file.toString(), 0.1, List.of(), 0));
    }
}
