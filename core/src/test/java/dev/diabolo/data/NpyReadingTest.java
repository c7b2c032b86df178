package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.all;
import static dev.diabolo.data.DataFixtures.doubles;
import static dev.diabolo.data.DataFixtures.failure;
import static dev.diabolo.data.DataFixtures.floats;
import static dev.diabolo.data.DataFixtures.npy;
import static dev.diabolo.data.DataFixtures.npz;
import static dev.diabolo.data.DataFixtures.open;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyReadingTest {
    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "|u1 ff 255",
                "|b1 01 1",
                "|i1 ff -1",
                "<u2 ffff 65535",
                ">u2 0100 256",
                "<i2 0080 -32768",
                "<u4 ffffffff 4294967295",
                "<i4 feffffff -2",
                ">i4 00000100 256",
                "<i8 fdffffffffffffff -3",
                "<u8 ffffffffffffffff 18446744073709551615",
                "<f2 003c 1",
                "<f2 01c0 -2.001953125",
                "<f2 0100 5.9604645e-8",
                "<f4 0000c03f 1.5",
                ">f4 3fc00000 1.5",
                "<f8 9a9999999999b93f 0.1",
                ">f8 3fb999999999999a 0.1"
            })
    void everyElementTypeIsReadInItsByteOrder(String descr, String hex, float expected) throws IOException {
        byte[] body = HexFormat.of().parseHex(hex);
        assertThat(all(open(directory, "a.npy", npy(descr, false, "(1,)", body)).train()))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyVersionIsRead(int version) throws IOException {
        byte[] file = npy(version, "|u1", false, "(1, 2)", (byte) 3, (byte) 4);
        assertThat(all(open(directory, "a.npy", file).train())).containsExactly(3, 4);
    }

    @Test
    void columnMajorArraysBecomeRows() throws IOException {
        byte[] table = npy("<f4", true, "(2, 3)", floats(LITTLE, 1, 4, 2, 5, 3, 6));
        assertThat(all(open(directory, "a.npy", table).train())).containsExactly(1, 2, 3, 4, 5, 6);
        byte[] image = npy("|u1", true, "(1, 2, 2)", (byte) 1, (byte) 3, (byte) 2, (byte) 4);
        assertThat(all(open(directory, "b.npy", image).train())).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"(12,);1", "(2, 6);6", "(2, 2, 3);1x2x3", "(1, 3, 2, 2);3x2x2"})
    void theFirstAxisCountsExamples(String shape, String spec) throws IOException {
        assertThat(open(directory, "a.npy", npy("|u1", false, shape, new byte[12]))
                        .spec())
                .hasToString(spec);
    }

    @ParameterizedTest
    @ValueSource(strings = {"()", "(1, 1, 1, 1, 1)", "(99999999999999999999,)"})
    void otherShapesAreRefused(String shape) {
        assertThat(failure(() -> open(directory, "a.npy", npy("|u1", false, shape, new byte[1])))
                        .code())
                .isEqualTo("data.bad-header");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThat(failure(() -> open(directory, "a.npy", npy("<c8", false, "(1,)", new byte[8])))
                        .code())
                .isEqualTo("data.bad-header");
        assertThat(failure(() -> open(directory, "a.npy", npy("|O", false, "(1,)", new byte[8])))
                        .code())
                .isEqualTo("data.bad-header");
    }

    @Test
    void aHeaderThatDisagreesWithTheFileIsRefused() {
        byte[] shortened = npy("<f8", false, "(3, 2)", doubles(LITTLE, 1, 2, 3));
        DiaboloException error = failure(() -> open(directory, "a.npy", shortened));
        assertThat(error.code()).isEqualTo("data.size-mismatch");
        assertThat(error).hasMessageContaining("48 bytes").hasMessageContaining("24 bytes");
        assertThat(failure(() -> open(directory, "b.npy", Arrays.copyOf(shortened, 20)))
                        .code())
                .isEqualTo("data.size-mismatch");
    }

    @Test
    void aNameWithoutTheMagicNumberIsRefused() {
        assertThat(failure(() -> open(directory, "a.npy", "1,2,3")).code()).isEqualTo("data.wrong-magic");
    }

    @Test
    void valuesThatAreNotFiniteOrBeyondFloatsAreToldByRowAndColumn() {
        byte[] infinite = npy("<f8", true, "(2, 2)", doubles(LITTLE, 1, 2, 1e300, 4));
        DiaboloException error = failure(() -> open(directory, "a.npy", infinite));
        assertThat(error.code()).isEqualTo("data.not-finite");
        assertThat(error).hasMessageContaining("row 1, column 2");
    }

    @Test
    void kerasArchivesHaveATestSetAndLabels() throws IOException {
        var data = open(
                directory,
                "mnist.npz",
                npz(Map.of(
                        "x_train", npy("|u1", false, "(2, 1, 2)", new byte[4]),
                        "y_train", npy("|u1", false, "(2,)", (byte) 7, (byte) 8),
                        "x_test", npy("|u1", false, "(1, 1, 2)", new byte[2]),
                        "y_test", npy("|u1", false, "(1,)", (byte) 9))));
        assertThat(data.spec()).isEqualTo(TensorSpec.of(1, 1, 2));
        assertThat(data.train().label(1)).isEqualTo(8);
        assertThat(data.testOrTrain().label(0)).isEqualTo(9);
    }

    @Test
    void anomalyArchivesHaveLabels() throws IOException {
        var data = open(
                directory,
                "x.npz",
                npz(Map.of(
                        "X", npy("<f8", true, "(2, 1)", doubles(LITTLE, 1, 2)),
                        "y", npy("<f8", false, "(2,)", doubles(LITTLE, 0, 1)))));
        assertThat(data.train().labelled()).isTrue();
        assertThat(data.test()).isEmpty();
    }

    @Test
    void anArchiveOfOneArrayMayCallItAnything() throws IOException {
        byte[] archive = npz(Map.of("arr_0", npy("|u1", false, "(1, 2)", (byte) 1, (byte) 2)));
        assertThat(all(open(directory, "x.npz", archive).train())).containsExactly(1, 2);
    }

    @Test
    void otherArchivesAreRefusedWithWhatTheyHold() throws IOException {
        byte[] archive =
                npz(Map.of("a", npy("|u1", false, "(1,)", (byte) 1), "b", npy("|u1", false, "(1,)", (byte) 1)));
        DiaboloException error = failure(() -> open(directory, "x.npz", archive));
        assertThat(error.code()).isEqualTo("data.unknown-arrays");
        assertThat(error).hasMessageContaining("[a, b]");
    }

    @Test
    void labelsMustBeAsManyAsExamplesAndWhole() throws IOException {
        byte[] examples = npy("|u1", false, "(2, 1)", new byte[2]);
        byte[] tooMany = npz(Map.of("X", examples, "y", npy("|u1", false, "(3,)", new byte[3])));
        assertThat(failure(() -> open(directory, "x.npz", tooMany)).code()).isEqualTo("data.label-count");
        byte[] broken = npz(Map.of("X", examples, "y", npy("<f4", false, "(2,)", floats(LITTLE, 1, 0.5f))));
        assertThat(failure(() -> open(directory, "x.npz", broken)).code()).isEqualTo("data.label-not-whole");
    }

    @Test
    void trainingAndTestShapesMustAgree() throws IOException {
        byte[] archive = npz(Map.of(
                "x_train", npy("|u1", false, "(1, 2)", new byte[2]),
                "x_test", npy("|u1", false, "(1, 3)", new byte[3])));
        assertThat(failure(() -> open(directory, "x.npz", archive)).code()).isEqualTo("data.shape-mismatch");
    }

    @Test
    void aDamagedArchiveIsToldAsSuch() throws IOException {
        byte[] archive = npz(Map.of("X", npy("|u1", false, "(40,)", new byte[40])));
        assertThat(failure(() -> open(directory, "x.npz", Arrays.copyOf(archive, archive.length / 2)))
                        .code())
                .isEqualTo("data.corrupt");
    }

    @Test
    void aClaimOfBillionsOfValuesInAnArchiveTakesNoMemory() throws IOException {
        byte[] archive = npz(Map.of("X", npy("|u1", false, "(40000, 40000)", new byte[4])));
        assertThat(failure(() -> open(directory, "x.npz", archive)).code()).isEqualTo("data.size-mismatch");
    }
}
