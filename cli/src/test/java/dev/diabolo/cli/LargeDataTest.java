package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data of several times the memory that Java has. */
class LargeDataTest {
    private static final int ROWS = 75_000;
    private static final int WIDTH = 1_000;

    @TempDir
    Path folder;

    @Test
    void aFileThatDoesNotFitIntoMemoryIsUsedByEveryCommand() throws IOException {
        Path data = zeros(folder.resolve("large.npy"));
        Path model = folder.resolve("m").resolve("model.dbl");
        Path codes = folder.resolve("codes.npy");

        small().run(
                        "train",
                        "ae",
                        "--data",
                        data,
                        "--out",
                        model.getParent(),
                        "--epochs",
                        1,
                        "--batch",
                        1024,
                        "--set",
                        "encoder.hidden=4",
                        "--set",
                        "latent=2")
                .succeeded();
        Outcome evaluated =
                small().run("evaluate", model, "--data", data, "--json").succeeded();
        small().run("encode", model, "--data", data, "--out", codes).succeeded();

        assertThat(evaluated.json().path("examples").asInt()).isEqualTo(ROWS);
        assertThat(codes).hasSize(128 + ROWS * 2L * Float.BYTES);
    }

    @Test
    void aTableThatDoesNotFitIntoMemoryIsConvertedOnce() throws IOException {
        Path data = table(20_000);
        Path cache = folder.resolve("cache");
        for (int times = 0; times < 2; times++) {
            Outcome described = small().environment("DIABOLO_DATA", cache.toString())
                    .run("data", "describe", data)
                    .succeeded();
            assertThat(described.out()).contains("0.75");
        }
        try (Stream<Path> copies = Files.list(cache.resolve("converted"))) {
            assertThat(copies)
                    .singleElement()
                    .satisfies(copy -> assertThat(copy).hasSize(64 + 20_000L * WIDTH * Float.BYTES));
        }
    }

    @Test
    void aTableThatFitsNeitherIntoMemoryNorIntoTheCacheIsToldSo() throws IOException {
        Path data = table(20_000);
        Path noDirectory = Files.writeString(folder.resolve("file"), "no directory");
        Outcome described = small().environment("DIABOLO_DATA", noDirectory.toString())
                .run("data", "describe", data)
                .failed(5);
        assertThat(described.error())
                .contains("does not fit into memory", noDirectory.toString(), "DIABOLO_DATA", "-Xmx");
    }

    private Path table(int rows) throws IOException {
        String row = "0.25,".repeat(WIDTH - 1) + "0.75\n";
        Path data = folder.resolve("large.csv");
        try (var out = Files.newBufferedWriter(data, StandardCharsets.US_ASCII)) {
            for (int i = 0; i < rows; i++) {
                out.write(row);
            }
        }
        return data;
    }

    private DiaboloProcess small() {
        return new DiaboloProcess(folder).javaOptions("-Xmx64m");
    }

    /** A file of 300 MB that takes no room on most disks, as nothing is written to most of it. */
    private static Path zeros(Path file) throws IOException {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" + ROWS + ", " + WIDTH + "), }";
        byte[] text = (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0});
            out.write(text);
            out.setLength(128 + (long) ROWS * WIDTH * Float.BYTES);
        }
        return file;
    }
}
