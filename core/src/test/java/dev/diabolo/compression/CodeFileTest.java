package dev.diabolo.compression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeFileTest {
    private static final CodeFile.Owner OWNER =
            new CodeFile.Owner("0123456789abcdef".repeat(4), TensorSpec.of(1, 4, 4), TensorSpec.of(3), "");

    @TempDir
    Path folder;

    @Property(tries = 40)
    void everyNumberComesBackWithinHalfAStep(
            @ForAll @IntRange(min = 1, max = 16) int bits,
            @ForAll @IntRange(min = 1, max = 400) int rows,
            @ForAll long seed)
            throws IOException {
        Path file = Files.createTempFile("codes", ".dblc");
        try {
            float[][] codes = codes(rows, seed);
            CodeFile.write(file, OWNER, rows, Arrays.asList(codes).iterator(), bits);

            Examples back = CodeFile.open(file, OWNER);

            assertThat(back.size()).isEqualTo(rows);
            for (int dimension = 0; dimension < 3; dimension++) {
                double most = Double.NEGATIVE_INFINITY;
                double least = Double.POSITIVE_INFINITY;
                for (float[] code : codes) {
                    most = Math.max(most, code[dimension]);
                    least = Math.min(least, code[dimension]);
                }
                double halfStep = (most - least) / ((1 << bits) - 1) / 2;
                float[] row = new float[3];
                for (int i = 0; i < rows; i++) {
                    back.read(i, row, 0);
                    assertThat((double) row[dimension]).isCloseTo(codes[i][dimension], within(halfStep * 1.001 + 1e-4));
                }
            }
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void moreRowsThanABlockHoldsComeBackInOrder() throws IOException {
        CodeFile.Owner wide = new CodeFile.Owner(OWNER.fingerprint(), OWNER.data(), TensorSpec.of(1 << 20), "");
        float[][] codes = new float[9][1 << 20];
        for (int i = 0; i < codes.length; i++) {
            Arrays.fill(codes[i], i);
        }
        Path file = folder.resolve("wide");
        CodeFile.write(file, wide, codes.length, Arrays.asList(codes).iterator(), 8);

        Examples back = CodeFile.open(file, wide);

        float[] row = new float[1 << 20];
        for (int i : new int[] {8, 0, 5, 4, 3}) {
            back.read(i, row, 0);
            assertThat(row[77]).isCloseTo(i, within(0.01f));
        }
        assertThat(Files.size(file)).isLessThan(40L << 20);
    }

    @Test
    void everyChangedByteIsNoticed() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);

        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 4;
            Files.write(file, changed);
            assertThatThrownBy(() -> CodeFile.open(file, OWNER))
                    .as("byte %s", i)
                    .isInstanceOf(DiaboloException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);

        for (int length = 0; length < bytes.length; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> CodeFile.open(file, OWNER))
                    .as("%s bytes", length)
                    .isInstanceOf(DiaboloException.class);
        }
    }

    /** Whoever writes such a file can write its checksum too. */
    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 100_000, 201, 0, -1})
    void aHeaderThatLiesCostsNoMemory(int rows) throws Exception {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        int place = 4 + 1 + 32 + 1 + 12 + 1 + 4;
        assertThat(ByteBuffer.wrap(bytes).getInt(place)).isEqualTo(200);
        ByteBuffer.wrap(bytes).putInt(place, rows);
        Files.write(file, signed(bytes));

        assertThatThrownBy(() -> CodeFile.open(file, OWNER).read(0, new float[3], 0))
                .isInstanceOf(DiaboloException.class);
    }

    @Test
    void anotherModelsFileIsRefused() throws IOException {
        Path file = written();
        CodeFile.Owner other = new CodeFile.Owner("f".repeat(64), OWNER.data(), OWNER.code(), "");

        assertThatThrownBy(() -> CodeFile.open(file, other))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("another model")
                .hasMessageContaining("0123456789ab");
    }

    @Test
    void aFileForOtherConditionsIsRefusedAndTellsItsOwn() throws IOException {
        Path file = folder.resolve("given");
        CodeFile.Owner own = given("age=40,city=\"Bag's, End\"");
        CodeFile.write(file, own, 1, List.of(new float[] {1, 2, 3}).iterator(), 8);

        for (String others : List.of("age=10,city=\"Bag's, End\"", "age=40", "")) {
            assertThatThrownBy(() -> CodeFile.open(file, given(others)))
                    .isInstanceOf(DiaboloException.class)
                    .hasMessageContaining("age=40,city=\"Bag's, End\", and not " + (others.isEmpty() ? "none" : others))
                    .hasMessageContaining("give the same: --given 'age=40,city=\"Bag'\\''s, End\"'");
        }
        float[] row = new float[3];
        CodeFile.open(file, own).read(0, row, 0);
        assertThat(row).containsExactly(1, 2, 3);
    }

    @Test
    void aFileThatDoesNotTellItsConditionsIsRefusedWhereThereAreSome() throws IOException {
        Path file = written();

        assertThatThrownBy(() -> CodeFile.open(file, given("label=3")))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("does not tell what it was compressed for")
                .hasMessageContaining("compress the data again");
    }

    /** Files of models that are given nothing stay as they were before files told conditions. */
    @Test
    void onlyFilesWithConditionsAreOfTheLaterFormat() throws IOException {
        byte[] without = Files.readAllBytes(written());
        Path file = folder.resolve("given");
        CodeFile.write(file, given("a=1"), 200, Arrays.asList(codes(200, 1)).iterator(), 6);

        assertThat(without[4]).isEqualTo((byte) 1);
        assertThat(Files.readAllBytes(file)[4]).isEqualTo((byte) 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, 4, 0, -1})
    void aTextThatLiesAboutItsLengthIsRefused(int length) throws Exception {
        Path file = folder.resolve("given");
        CodeFile.write(file, given("a=1"), 1, List.of(new float[3]).iterator(), 8);
        byte[] bytes = Files.readAllBytes(file);
        int place = 4 + 1 + 32 + 1 + 12 + 1 + 4 + 4 + 1;
        assertThat(ByteBuffer.wrap(bytes).getInt(place)).isEqualTo(3);
        ByteBuffer.wrap(bytes).putInt(place, length);
        Files.write(file, signed(bytes));

        assertThatThrownBy(() -> CodeFile.open(file, given("a=1"))).isInstanceOf(DiaboloException.class);
    }

    @Test
    void everyChangedByteIsNoticedWithConditionsToo() throws IOException {
        Path file = folder.resolve("given");
        CodeFile.write(file, given("a=1"), 1, List.of(new float[3]).iterator(), 8);
        byte[] bytes = Files.readAllBytes(file);

        for (int i = 0; i < bytes.length; i++) {
            for (int change : new int[] {1, 2, 4, 128}) {
                byte[] changed = bytes.clone();
                changed[i] ^= (byte) change;
                Files.write(file, changed);
                assertThatThrownBy(() -> CodeFile.open(file, given("a=1")))
                        .as("byte %s", i)
                        .isInstanceOf(DiaboloException.class);
            }
        }
    }

    private static CodeFile.Owner given(String conditions) {
        return new CodeFile.Owner(OWNER.fingerprint(), OWNER.data(), OWNER.code(), conditions);
    }

    private static byte[] signed(byte[] bytes) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Arrays.copyOf(bytes, bytes.length - 32));
        System.arraycopy(digest, 0, bytes, bytes.length - 32, 32);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, -1})
    void impossibleBitsAreRefused(int bits) {
        Path file = folder.resolve("none");

        assertThatThrownBy(() ->
                        CodeFile.write(file, OWNER, 1, List.of(new float[3]).iterator(), bits))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("1 to 16");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 40})
    void aFileThatEndsInItsHeaderIsToldSo(int bytes) throws IOException {
        Path file = folder.resolve("short");
        CodeFile.write(file, OWNER, 1, List.of(new float[3]).iterator(), 4);
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), bytes));

        assertThatThrownBy(() -> CodeFile.open(file, OWNER))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("cut short")
                .hasMessageContaining("compress the data again")
                .hasMessageNotContaining("EOFException");
    }

    /** An order-0 model of the levels would need their entropy; the range coder comes near to it. */
    @Test
    void levelsTakeLittleMoreThanTheirEntropy() throws IOException {
        int rows = 20_000;
        float[][] codes = codes(rows, 5);
        Path file = folder.resolve("normal");
        CodeFile.write(file, OWNER, rows, Arrays.asList(codes).iterator(), 6);

        double bits = 0;
        for (int dimension = 0; dimension < 3; dimension++) {
            int[] counts = new int[64];
            float[] all = new float[rows];
            for (int i = 0; i < rows; i++) {
                all[i] = codes[i][dimension];
            }
            Quantiser quantiser = Quantiser.fit(all, 1, 64);
            for (float value : all) {
                counts[quantiser.level(value, 0, 64)]++;
            }
            for (int count : counts) {
                bits -= count == 0 ? 0 : count * Math.log((double) count / rows) / Math.log(2);
            }
        }
        assertThat(Files.size(file) * 8.0).isLessThan(1.05 * bits);
    }

    private Path written() throws IOException {
        Path file = folder.resolve("codes");
        CodeFile.write(file, OWNER, 200, Arrays.asList(codes(200, 1)).iterator(), 4);
        return file;
    }

    private static float[][] codes(int rows, long seed) {
        Random random = new Random(seed);
        float[][] codes = new float[rows][3];
        for (float[] code : codes) {
            code[0] = (float) random.nextGaussian();
            code[1] = (float) (100 + 30 * random.nextGaussian());
            code[2] = 0.25f;
        }
        return codes;
    }
}
