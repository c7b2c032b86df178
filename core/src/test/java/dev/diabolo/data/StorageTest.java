package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.all;
import static dev.diabolo.data.DataFixtures.failure;
import static dev.diabolo.data.DataFixtures.floats;
import static dev.diabolo.data.DataFixtures.gzip;
import static dev.diabolo.data.DataFixtures.idx;
import static dev.diabolo.data.DataFixtures.npy;
import static dev.diabolo.data.DataFixtures.npz;
import static dev.diabolo.data.DataFixtures.openStored;
import static dev.diabolo.data.DataFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Data that are too large for memory: here, any. */
class StorageTest {
    private static final byte[] TABLE = npy("<f4", false, "(2, 2)", floats(ByteOrder.LITTLE_ENDIAN, 1, -2, 3, 4));

    @TempDir
    Path directory;

    private Path copies = Path.of("");

    @BeforeEach
    void chooseCopies() {
        copies = directory.resolve("a").resolve("b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "|u1 ff 255",
                "|b1 02 1",
                "|i1 ff -1",
                "<u2 ffff 65535",
                ">u2 0100 256",
                "<i2 0080 -32768",
                "<u4 ffffffff 4294967295",
                ">i4 00000100 256",
                "<i8 fdffffffffffffff -3",
                "<u8 ffffffffffffffff 18446744073709551615",
                "<f2 003c 1",
                "<f4 0000c03f 1.5",
                ">f4 3fc00000 1.5",
                ">f8 3fb999999999999a 0.1"
            })
    void everyElementTypeIsReadWhereItIsAndThroughACopy(String descr, String hex, float expected) throws IOException {
        byte[] file = npy(descr, false, "(1,)", HexFormat.of().parseHex(hex));
        assertThat(all(stored("a.npy", file).train())).containsExactly(expected);
        assertThat(copiesThere()).isEmpty();
        assertThat(all(stored("a.npy.gz", gzip(file)).train())).containsExactly(expected);
        assertThat(copiesThere()).hasSize(1);
    }

    @Test
    void anArrayStaysInItsFile() throws IOException {
        Examples train = stored("a.npy", TABLE).train();
        assertThat(train.inMemory()).isFalse();
        assertThat(Scaling.IDENTITY.of(Subset.range(train, 0, 1)).inMemory()).isFalse();
        assertThat(row(train, 1)).containsExactly(3, 4);
        assertThat(row(train, 0)).containsExactly(1, -2);
        assertThat(row(Scaling.fit(train).of(train), 1)).containsExactly(5 * (1f / 6), 1);
    }

    @Test
    void columnMajorArraysAreReadWhole() throws IOException {
        byte[] table = npy("<f4", true, "(2, 2)", floats(ByteOrder.LITTLE_ENDIAN, 1, 3, 2, 4));
        Examples train = stored("a.npy", table).train();
        assertThat(train.inMemory()).isTrue();
        assertThat(all(train)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void rowsAreReadInAnyOrderByAnyNumberOfThreads() throws IOException {
        int rows = 40_000;
        byte[] body = new byte[rows * 3];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) (i * 31 + i / 3000);
        }
        Examples train = stored("a", idx(8, new int[] {rows, 3}, body)).train();
        Stream.of(1, 7, 9_973, 39_989).parallel().forEach(stride -> {
            float[] row = new float[3];
            for (int step = 0; step < rows; step++) {
                int index = (int) ((long) step * stride % rows);
                train.read(index, row, 0);
                for (int i = 0; i < 3; i++) {
                    assertThat((int) row[i]).isEqualTo(body[index * 3 + i] & 0xFF);
                }
            }
        });
    }

    @Test
    void aValueThatIsNotFiniteIsToldByRowAndColumn() throws IOException {
        byte[] bad = npy("<f4", false, "(2, 2)", floats(ByteOrder.LITTLE_ENDIAN, 1, 2, 3, Float.NaN));
        for (String name : List.of("a.npy", "a.npy.gz")) {
            byte[] content = name.endsWith("gz") ? gzip(bad) : bad;
            DiaboloException error = failure(() -> stored(name, content));
            assertThat(error.code()).isEqualTo("data.not-finite");
            assertThat(error).hasMessageContaining("row 2, column 2").hasMessageContaining(name);
        }
        assertThat(copiesThere()).isEmpty();
    }

    @Test
    void aFileThatIsTooShortOrTooLongForItsHeaderIsRefused() throws IOException {
        for (int length : new int[] {TABLE.length - 1, TABLE.length + 1}) {
            byte[] other = java.util.Arrays.copyOf(TABLE, length);
            assertThat(failure(() -> stored("a.npy", other)).code()).isEqualTo("data.size-mismatch");
            byte[] zipped = gzip(other);
            assertThat(failure(() -> stored("a.npy.gz", zipped)).code()).isEqualTo("data.size-mismatch");
        }
        assertThat(copiesThere()).isEmpty();
    }

    @Test
    void aFileThatIsCutWhileInUseIsToldSo() throws IOException {
        byte[] table = npy("|u1", false, "(50000, 4)", new byte[200_000]);
        Examples train = stored("a.npy", table).train();
        try (FileChannel file = FileChannel.open(directory.resolve("a.npy"), StandardOpenOption.WRITE)) {
            file.truncate(100_000);
        }
        assertThat(row(train, 1)).containsOnly(0);
        DiaboloException error = failure(() -> row(train, 40_000));
        assertThat(error.kind()).isEqualTo(ErrorKind.RESOURCE);
        assertThat(error.code()).isEqualTo("data.changed");
    }

    @Test
    void aThreadThatIsInterruptedReadsOnAndStaysInterrupted() throws IOException {
        Examples train = stored("a.npy", TABLE).train();
        Thread.currentThread().interrupt();
        assertThat(row(train, 1)).containsExactly(3, 4);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(row(train, 0)).containsExactly(1, -2);
    }

    @Test
    void aTableIsConvertedOnceWithItsLabels() throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), "x,label,y\n1,7,2\n3,8,4\n");
        Examples first = openStored(file, copies).train();
        List<Path> made = copiesThere();
        FileTime old = FileTime.from(Instant.parse("2001-02-03T04:05:06Z"));
        Files.setLastModifiedTime(made.get(0), old);
        Examples second = openStored(file, copies).train();
        for (Examples examples : List.of(first, second)) {
            assertThat(examples.inMemory()).isFalse();
            assertThat(all(examples)).containsExactly(1, 2, 3, 4);
            assertThat(examples.label(0)).isEqualTo(7);
            assertThat(examples.label(1)).isEqualTo(8);
            assertThat(Scaling.fit(examples)).isEqualTo(new Scaling(1, 1 / 3f));
        }
        assertThat(copiesThere()).isEqualTo(made);
        assertThat(Files.getLastModifiedTime(made.get(0))).isGreaterThan(old);
    }

    @Test
    void arraysOfAnArchiveAreConvertedEachWithItsLabels() throws IOException {
        byte[] archive = npz(Map.of(
                "x_train", TABLE,
                "y_train", npy("|u1", false, "(2,)", (byte) 7, (byte) 8),
                "x_test", npy("|u1", false, "(1, 2)", (byte) 5, (byte) 200),
                "y_test", npy("|u1", false, "(1,)", (byte) 9)));
        for (int times = 0; times < 2; times++) {
            Dataset data = stored("a.npz", archive);
            assertThat(all(data.train())).containsExactly(1, -2, 3, 4);
            assertThat(data.train().label(1)).isEqualTo(8);
            assertThat(all(data.testOrTrain())).containsExactly(5, 200);
            assertThat(data.testOrTrain().label(0)).isEqualTo(9);
        }
    }

    @Test
    void aDamagedArchiveLeavesNoCopy() throws IOException {
        byte[] archive = npz(Map.of("X", TABLE));
        int crc = new String(archive, StandardCharsets.ISO_8859_1).indexOf("PK\1\2") + 16;
        archive[crc]++;
        assertThat(failure(() -> stored("a.npz", archive)).code()).isEqualTo("data.corrupt");
        assertThat(copiesThere()).isEmpty();
    }

    @Test
    void aMistakeInATableLeavesNoCopy() {
        assertThat(failure(() -> stored("a.csv", "1,2\n3,x\n".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("a.csv:2, column 2");
        assertThat(copiesThere()).isEmpty();
    }

    @Test
    void aChangedFileIsConvertedAnewAndItsOldCopyGoes() throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), "1,2\n");
        openStored(file, copies);
        List<Path> before = copiesThere();
        Files.writeString(file, "3,4\n5,6\n");
        assertThat(all(openStored(file, copies).train())).containsExactly(3, 4, 5, 6);
        assertThat(copiesThere()).hasSize(1).doesNotContainAnyElementsOf(before);
    }

    @Test
    void aNewCopySendsAwayWhatNobodyUsedForLong() throws IOException {
        Files.createDirectories(copies);
        FileTime longAgo =
                FileTime.from(Instant.now().minus(ConversionCache.UNUSED).minusSeconds(60));
        for (String name : List.of("old.rows", ".killed.rows.0.part", "something-else.txt")) {
            Files.setLastModifiedTime(Files.createFile(copies.resolve(name)), longAgo);
        }
        Files.createFile(copies.resolve("recent.rows"));
        Files.createFile(copies.resolve(".writing.rows.0.part"));
        stored("a.csv", "1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(copiesThere())
                .extracting(path -> path.getFileName().toString())
                .contains("something-else.txt", "recent.rows", ".writing.rows.0.part")
                .doesNotContain("old.rows", ".killed.rows.0.part")
                .hasSize(4);
    }

    @Test
    void severalAtOnceConvertAFileWithoutHarm() throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), "1,2\n".repeat(50_000));
        List<Examples> opened = Stream.generate(() -> openStored(file, copies))
                .limit(8)
                .parallel()
                .map(Dataset::train)
                .toList();
        assertThat(opened)
                .allSatisfy(train -> assertThat(all(train)).hasSize(100_000).contains(1, 2));
        assertThat(copiesThere()).hasSize(1);
    }

    @Test
    void aDamagedCopyIsReplaced() throws IOException {
        byte[] table = "1,2\n".getBytes(StandardCharsets.UTF_8);
        stored("a.csv", table);
        for (byte[] damaged : List.of(new byte[0], new byte[72], new byte[500])) {
            Files.write(copiesThere().get(0), damaged);
            assertThat(all(openStored(directory.resolve("a.csv"), copies).train()))
                    .containsExactly(1, 2);
        }
    }

    @Test
    void withoutRoomForACopyATableIsReadIntoMemory() throws IOException {
        Files.writeString(directory.resolve("a"), "a file where a directory should be");
        for (String name : List.of("a.csv", "a.npy.gz")) {
            byte[] content = name.endsWith("gz") ? gzip(TABLE) : "1,-2\n3,4\n".getBytes(StandardCharsets.UTF_8);
            Examples train = stored(name, content).train();
            assertThat(train.inMemory()).isTrue();
            assertThat(all(train)).containsExactly(1, -2, 3, 4);
        }
    }

    private Dataset stored(String name, byte[] content) throws IOException {
        return openStored(Files.write(directory.resolve(name), content), copies);
    }

    private List<Path> copiesThere() {
        if (!Files.isDirectory(copies)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(copies)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
