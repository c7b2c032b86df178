package dev.diabolo.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.diabolo.engine.ParameterValues;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelArchiveTest {
    @TempDir
    private Path directory;

    @Test
    void aModelIsReadAsItWasWritten() {
        Path file = directory.resolve("m.dbl");
        ModelArchive.write(file, content());

        ModelArchive.Content read = ModelArchive.read(file);

        assertThat(read.document()).isEqualTo(content().document());
        assertThat(read.parameters()).hasSize(2);
        assertThat(read.parameters().get(0).name()).isEqualTo("encoder/layer-0/weight");
        assertThat(read.parameters().get(0).shape()).containsExactly(2, 3);
        assertThat(read.parameters().get(0).values())
                .containsExactly(1.5f, -0.0f, Float.MIN_VALUE, Float.MAX_VALUE, 1e-30f, 7);
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        ModelArchive.write(directory.resolve("a.dbl"), content());
        ModelArchive.write(directory.resolve("b.dbl"), content());

        assertThat(directory.resolve("a.dbl")).hasSameBinaryContentAs(directory.resolve("b.dbl"));
    }

    @Test
    void anyZipReaderOpensAModel() throws IOException {
        Path file = directory.resolve("m.dbl");
        ModelArchive.write(file, content());

        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString)).containsExactly("model.json", "parameters.safetensors");
        }
    }

    @Test
    void everyChangedByteIsNoticed() throws IOException {
        Path file = directory.resolve("m.dbl");
        ModelArchive.write(file, content());
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 0x20;
            Files.write(file, changed);
            assertBroken(file, "changed byte " + i);
        }
    }

    @Test
    void everyCutIsNoticed() throws IOException {
        Path file = directory.resolve("m.dbl");
        ModelArchive.write(file, content());
        byte[] bytes = Files.readAllBytes(file);
        for (int length = 0; length < bytes.length; length += 7) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertBroken(file, "cut to " + length);
        }
    }

    /** Else it would be written and never read again. */
    @Test
    void aDocumentThatCannotBeReadAgainIsNotWritten() {
        ModelDocument small = content().document();
        Map<String, Object> much = Map.of("words", Collections.nCopies(1 << 18, "w".repeat(64)));
        ModelDocument large = new ModelDocument(
                small.format(),
                small.recipe(),
                much,
                small.components(),
                small.data(),
                small.provenance(),
                small.metrics(),
                small.warnings());
        Path file = directory.resolve("m.dbl");

        assertThatThrownBy(() -> ModelArchive.write(
                        file, new ModelArchive.Content(large, content().parameters())))
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.USER))
                .hasMessageContaining("less than 16 MiB");
        assertThatThrownBy(() -> ModelArchive.requireRoom(much, Optional.empty()))
                .hasMessageContaining("less than 16 MiB");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aMissingModelIsNamed() {
        assertThatThrownBy(() -> ModelArchive.read(directory.resolve("none.dbl")))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("none.dbl")
                .hasMessageContaining("no such model");
    }

    @Test
    void aModelOfANewerFormatIsRefused() {
        ModelDocument old = content().document();
        ModelDocument newer = new ModelDocument(
                ModelDocument.FORMAT + 1,
                old.recipe(),
                old.options(),
                old.components(),
                old.data(),
                old.provenance(),
                old.metrics(),
                old.warnings());
        Path file = directory.resolve("m.dbl");
        ModelArchive.write(file, new ModelArchive.Content(newer, content().parameters()));

        assertThatThrownBy(() -> ModelArchive.read(file)).hasMessageContaining("newer");
    }

    @Test
    void aPlaceThatCannotBeWrittenLeavesNothing() throws IOException {
        Path blocker = Files.writeString(directory.resolve("file"), "x");

        assertThatThrownBy(() -> ModelArchive.write(blocker.resolve("m.dbl"), content()))
                .isInstanceOfSatisfying(
                        DiaboloException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.RESOURCE));
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(blocker);
        }
    }

    @Test
    void aHostileHeaderAllocatesNothing() {
        byte[] huge = ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(90_000_000)
                .array();
        assertThatThrownBy(() -> SafeTensors.read(new ByteArrayInputStream(huge), huge.length))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aShapeThatPromisesMoreThanThereIsIsRefused() throws IOException {
        byte[] file = promise(500_000_000);

        assertThatThrownBy(() -> SafeTensors.read(new ByteArrayInputStream(file), file.length))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("'a'");
    }

    @Test
    void aDirectoryThatPromisesMoreThanCanBeUnpackedIsRefused() throws IOException {
        long promised = 4_000_000_000L;
        byte[] parameters = promise(1_000_000_000);
        Path file = directory.resolve("m.dbl");
        Files.write(file, zip(parameters));
        claim(file, parameters.length + promised);
        Seal.seal(file);

        assertThatThrownBy(() -> ModelArchive.read(file)).isInstanceOfSatisfying(DiaboloException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.USER);
            assertThat(e).hasMessageContaining("m.dbl").hasMessageContaining("more than");
        });
    }

    @Test
    void aSizeThatDeflateDoesReachIsAccepted() throws IOException {
        Path file = directory.resolve("m.dbl");
        ModelArchive.Content zeros = new ModelArchive.Content(
                content().document(),
                List.of(new ParameterValues("a", new long[] {10_000_000}, new float[10_000_000])));
        ModelArchive.write(file, zeros);

        assertThat(ModelArchive.read(file).parameters().get(0).values()).hasSize(10_000_000);
    }

    @Test
    void noMoreMemoryIsTakenThanTheStreamGives() throws IOException {
        byte[] file = promise(1_000_000_000);
        var threads = (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        assertThatThrownBy(() -> SafeTensors.read(new ByteArrayInputStream(file), file.length + 4_000_000_000L))
                .isInstanceOf(IOException.class);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(50_000_000);
    }

    @Test
    void arraysLongerThanAPieceAreReadWhole() throws IOException {
        float[] values = new float[200_001];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SafeTensors.write(bytes, List.of(new ParameterValues("a", new long[] {values.length}, values)));

        assertThat(SafeTensors.read(new ByteArrayInputStream(bytes.toByteArray()), bytes.size())
                        .get(0)
                        .values())
                .containsExactly(values);
    }

    /** The header of an array, and none of its values. */
    private static byte[] promise(long floats) throws IOException {
        String json =
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[%d],\"data_offsets\":[0,%d]}}".formatted(floats, 4 * floats);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length())
                .array());
        bytes.write(json.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] zip(byte[] parameters) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model.json"));
            zip.write(new ObjectMapper().writeValueAsBytes(content().document()));
            zip.putNextEntry(new ZipEntry("parameters.safetensors"));
            zip.write(parameters);
        }
        return bytes.toByteArray();
    }

    /** Changes the size that the zip's directory gives for its last entry: 24 bytes into its record, as PKWARE has it. */
    private static void claim(Path file, long size) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int record = bytes.length - 4;
        while (zip.getInt(record) != 0x02014b50) {
            record--;
        }
        zip.putInt(record + 24, (int) size);
        Files.write(file, bytes);
    }

    private static void assertBroken(Path file, String how) {
        assertThatThrownBy(() -> ModelArchive.read(file)).as(how).isInstanceOfSatisfying(DiaboloException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.USER);
            assertThat(e).hasMessageContaining("m.dbl");
        });
    }

    private static ModelArchive.Content content() {
        ModelDocument document = new ModelDocument(
                ModelDocument.FORMAT,
                "ae",
                Map.of("encoder.hidden", List.of(3), "epochs", 2),
                List.of(new ModelDocument.Component("encoder", "vanilla.dense", "1")),
                new ModelDocument.Data(List.of(1L, 2L, 1L), 0, 1, null, null, null, null),
                new ModelDocument.Provenance(1, "random", "abc", 10, 2, 1, 20, "1", "17"),
                Map.of("validation.mse", 0.5),
                List.of(new ModelDocument.Warning(2, "adversarial.collapse", "codes are nearly all the same")));
        return new ModelArchive.Content(
                document,
                List.of(
                        new ParameterValues("encoder/layer-0/weight", new long[] {2, 3}, new float[] {
                            1.5f, -0.0f, Float.MIN_VALUE, Float.MAX_VALUE, 1e-30f, 7
                        }),
                        new ParameterValues("encoder/layer-0/bias", new long[] {3}, new float[] {0, 1, 2})));
    }
}
