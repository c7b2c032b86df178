package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.all;
import static dev.diabolo.data.DataFixtures.doubles;
import static dev.diabolo.data.DataFixtures.idx;
import static dev.diabolo.data.DataFixtures.npy;
import static dev.diabolo.data.DataFixtures.npz;
import static dev.diabolo.data.DataFixtures.open;
import static dev.diabolo.data.DataFixtures.openStored;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.data.Examples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format of a file is no part of its content. */
class SameNumbersTest {
    @Test
    void bytesAreTheSameThroughEveryFormat(@TempDir Path directory) throws IOException {
        byte[] pixels = new byte[512];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 7);
        }
        StringBuilder csv = new StringBuilder();
        for (int i = 0; i < pixels.length; i++) {
            csv.append(pixels[i] & 0xFF).append(i % 64 == 63 ? "\n" : ",");
        }
        byte[] npy = npy("|u1", false, "(8, 64)", pixels);
        requireSame(List.of(
                open(directory, "a.csv", csv.toString()).train(),
                open(directory, "a.npy", npy).train(),
                open(directory, "a.npz", npz(Map.of("X", npy))).train(),
                open(directory, "a", idx(8, new int[] {8, 64}, pixels)).train(),
                openStored(directory.resolve("a.csv"), directory).train(),
                openStored(directory.resolve("a.npy"), directory).train(),
                openStored(directory.resolve("a.npz"), directory).train(),
                openStored(directory.resolve("a"), directory).train()));
    }

    @Property(tries = 200, seed = "7")
    void numbersAreTheSameThroughEveryFormat(
            @ForAll @Size(6) List<@DoubleRange(min = -1e30, max = 1e30) Double> numbers) {
        requireSameThroughAllFormats(numbers.stream().mapToDouble(Double::doubleValue));
    }

    @Test
    void numbersHalfWayBetweenTwoFloatsAreRoundedOnce() {
        requireSameThroughAllFormats(
                DoubleStream.of(1.000000059604644775390625, 1.0000000596046448, 0.1, 1e-45, 7.038531e-26, 16777217));
    }

    private static void requireSameThroughAllFormats(DoubleStream numbers) {
        double[] values = numbers.toArray();
        String csv = Arrays.stream(values).mapToObj(Double::toString).collect(Collectors.joining(",")) + "\n";
        byte[] body = doubles(ByteOrder.BIG_ENDIAN, values);
        byte[] npy = npy("<f8", true, "(1, 6)", doubles(ByteOrder.LITTLE_ENDIAN, values));
        try {
            Path directory = Files.createTempDirectory("same-numbers");
            try {
                requireSame(List.of(
                        open(directory, "a.csv", csv).train(),
                        open(directory, "a.npy", npy).train(),
                        open(directory, "b.npy", npy(">f8", false, "(1, 6)", body))
                                .train(),
                        open(directory, "a.npz", npz(Map.of("anything", npy))).train(),
                        open(directory, "a", idx(0x0E, new int[] {1, 6}, body)).train(),
                        openStored(directory.resolve("a.csv"), directory).train(),
                        openStored(directory.resolve("b.npy"), directory).train(),
                        openStored(directory.resolve("a.npz"), directory).train(),
                        openStored(directory.resolve("a"), directory).train()));
            } finally {
                delete(directory);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> listing = Files.list(directory)) {
            listing.forEach(files::add);
        }
        files.add(directory);
        for (Path file : files) {
            Files.delete(file);
        }
    }

    private static void requireSame(List<Examples> sets) {
        float[] expected = all(sets.get(0));
        Scaling scaling = Scaling.fit(sets.get(0));
        for (Examples examples : sets) {
            assertThat(bits(all(examples))).isEqualTo(bits(expected));
            assertThat(Scaling.fit(examples)).isEqualTo(scaling);
            assertThat(bits(all(scaling.of(examples)))).isEqualTo(bits(all(scaling.of(sets.get(0)))));
        }
    }

    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
        return bits;
    }
}
