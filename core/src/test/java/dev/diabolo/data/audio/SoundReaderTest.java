package dev.diabolo.data.audio;

import static dev.diabolo.data.ReaderFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.data.ReaderFixtures;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundReaderTest {
    private static final int RATE = 8000;
    private static final Map<String, String> SMALL = Map.of("frames", "10", "bands", "8");

    private final ReaderFixtures sounds = ReaderFixtures.of(new SoundReader());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1,8", "1,16", "1,24", "1,32", "3,32", "3,64", "65534,16"})
    void everyCodingGivesTheSameSound(int coding, int bits) throws IOException {
        Path file = write("a.wav", wav(coding, bits, 2, RATE, 400));

        float[] mono = WavFile.open(file).mono();

        assertThat(mono).hasSize(400);
        for (int i = 0; i < mono.length; i++) {
            assertThat((double) mono[i]).isCloseTo(sample(i), within(bits == 8 ? 0.01 : 1e-4));
        }
    }

    @Test
    void recordingsBecomeFramesOfBands(@TempDir Path copies) throws IOException {
        write("hum/a.wav", wav(1, 16, 1, RATE, RATE));
        write("hiss/a.wav", wav(1, 16, 1, RATE, RATE));

        for (ReaderFixtures fixtures : new ReaderFixtures[] {sounds, sounds.stored(copies)}) {
            Dataset data = fixtures.open(folder, SMALL);
            // 98 frames of 25 ms each 10 ms.
            assertThat(data.spec()).isEqualTo(TensorSpec.of(8, 10));
            assertThat(data.train().size()).isEqualTo(2 * 9);
            assertThat(data.train().label(0)).isZero();
            assertThat(data.train().label(17)).isEqualTo(1);
            assertThat(data.reading().orElseThrow().settings()).containsEntry("rate", RATE);
            MelSpectrogram mel = new MelSpectrogram(RATE, 200, 80, 8, 20, 4000);
            float[] tenth = mel.frame(WavFile.open(folder.resolve("hiss/a.wav")).mono(), 12);
            assertThat(row(data.train(), 1)[3 * 10 + 2]).isEqualTo(tenth[3]);
        }
    }

    @Test
    void anotherRateIsRefusedWithBoth() throws IOException {
        write("a.wav", wav(1, 16, 1, RATE, RATE));
        Path other = write("b.wav", wav(1, 16, 1, 16_000, RATE));
        assertThat(failure(folder)).hasMessageContaining("16000").hasMessageContaining("8000");
        Dataset learnt = sounds.open(folder.resolve("a.wav"), SMALL);
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> sounds.open(other, Map.of(), learnt.reading())))
                .hasMessageContaining("8000 are wanted");
    }

    @Test
    void aRecordingShorterThanAnExampleIsRefusedWithBothLengths() throws IOException {
        write("a.wav", wav(1, 16, 1, RATE, 400));
        assertThat(failure(folder)).hasMessageContaining("10 frames").hasMessageContaining("has 3");
    }

    @Test
    void aFrameOfTooManySamplesIsRefusedBeforeItIsMadeRoomFor() throws IOException {
        write("a.wav", wav(1, 16, 1, 2_000_000, 100));
        assertThat(sounds.failure(folder, Map.of("window", "10000")))
                .hasMessageContaining("20000000 samples")
                .hasMessageContaining("data.window");
    }

    @Test
    void hostileFilesAreRefused() throws IOException {
        assertThat(failure(write("a.wav", new byte[0])).code()).isEqualTo("data.empty");
        assertThat(failure(write("a.wav", new byte[5])).code()).isEqualTo("data.wrong-magic");
        assertThat(failure(write("a.wav", new byte[50])).code()).isEqualTo("data.wrong-magic");
        assertThat(failure(write("a.wav", wav(1, 16, 1, RATE, 0)))).hasMessageContaining("no sound");
        byte[] whole = wav(1, 16, 1, RATE, 400);
        assertThat(failure(write("a.wav", Arrays.copyOf(whole, 100)))).hasMessageContaining("only 56");
        assertThat(failure(write("a.wav", Arrays.copyOf(whole, 30)))).hasMessageContaining("format");
        assertThat(failure(write("a.wav", Arrays.copyOf(whole, 38)))).hasMessageContaining("no sound");
        assertThat(failure(write("a.wav", with(whole, 40, -1)))).hasMessageContaining("4294967295 bytes");
        assertThat(failure(write("a.wav", with(whole, 24, -1)))).hasMessageContaining("4294967295 Hz");
        assertThat(failure(write("a.wav", with(whole, 40, 3)))).hasMessageContaining("samples of 2 bytes");
        assertThat(failure(write("a.wav", wav(6, 8, 1, RATE, 400)))).hasMessageContaining("coding 6");
        assertThat(failure(write("a.wav", with(wav(3, 32, 1, RATE, 4000), 44, Float.floatToIntBits(Float.NaN)))))
                .hasMessageContaining("sample 1");
    }

    @Test
    void bandsThatCannotBeAreRefused() throws IOException {
        Path file = write("a.wav", wav(1, 16, 1, RATE, RATE));
        assertThat(sounds.failure(file, Map.of("highest", "5000"))).hasMessageContaining("4000");
        assertThat(sounds.failure(file, Map.of("bands", "500"))).hasMessageContaining("data.bands");
    }

    private DiaboloException failure(Path path) {
        return sounds.failure(path, SMALL);
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static byte[] with(byte[] file, int position, int value) {
        byte[] changed = file.clone();
        ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(position, value);
        return changed;
    }

    private static double sample(int number) {
        return 0.5 * Math.sin(number * 0.3);
    }

    private static byte[] wav(int coding, int bits, int channels, int rate, int samples) {
        int format = coding == 65534 ? 40 : 16;
        int length = samples * channels * bits / 8;
        ByteBuffer out = ByteBuffer.allocate(28 + format + length).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(20 + format + length);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(format);
        out.putShort((short) coding).putShort((short) channels).putInt(rate);
        out.putInt(rate * channels * bits / 8)
                .putShort((short) (channels * bits / 8))
                .putShort((short) bits);
        if (format == 40) {
            out.putShort((short) 22).putShort((short) bits).putInt(0).putShort((short) 1);
            out.put(new byte[14]);
        }
        out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        for (int i = 0; i < samples; i++) {
            for (int channel = 0; channel < channels; channel++) {
                // Channels differ, and their mean is the sample.
                double value = sample(i) + (channels == 1 ? 0 : channel == 0 ? 0.25 : -0.25);
                if (coding == 3) {
                    if (bits == 32) {
                        out.putFloat((float) value);
                    } else {
                        out.putDouble(value);
                    }
                } else {
                    long scaled = Math.round(value * (1L << (bits - 1))) + (bits == 8 ? 128 : 0);
                    for (int shift = 0; shift < bits; shift += 8) {
                        out.put((byte) (scaled >> shift));
                    }
                }
            }
        }
        return out.array();
    }
}
