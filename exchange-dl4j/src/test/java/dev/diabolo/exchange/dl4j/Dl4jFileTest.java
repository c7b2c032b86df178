package dev.diabolo.exchange.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Files that Deeplearning4j wrote, and such files changed by someone who means harm. */
class Dl4jFileTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("network.zip");
        ModelSerializer.writeModel(network(DataType.FLOAT), file.toFile(), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FLOAT", "DOUBLE"})
    void weightsAreThoseOfTheFile(DataType type) throws IOException {
        MultiLayerNetwork network = network(type);
        ModelSerializer.writeModel(network, file.toFile(), true);

        Dl4jFile read = Dl4jFile.read(file);

        assertThat(read.layers()).extracting(NetworkLayer::toString).containsExactly("3-2-tanh", "2-4-tanh");
        assertThat(read.values().get(0).get(0))
                .containsExactly(network.getParam("0_W").dup('c').data().asFloat());
        assertThat(read.values().get(1).get(0))
                .containsExactly(network.getParam("1_W").dup('c').data().asFloat());
        assertThat(read.values().get(0).get(1))
                .containsExactly(network.getParam("0_b").toFloatVector());
        assertThat(read.values().get(1).get(1)).containsExactly(0, 0, 0, 0);
    }

    /** Deeplearning4j's own reader makes whatever object stands there. */
    @ParameterizedTest
    @ValueSource(strings = {"preprocessor.bin", "normalizer.bin"})
    void objectsInAFileAreRefusedAndNotMade(String entry) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(object)) {
            out.writeObject(new Harm());
        }
        change(entry, object.toByteArray());

        assertRefused("normaliser (" + entry + ")");
        assertThat(Harm.DONE).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 1L << 31, 0, -1})
    void aLengthThatIsNotTheLayersIsRefused(long length) throws IOException {
        change("coefficients.bin", withLength(entries().get("coefficients.bin"), length));

        assertRefused("it has " + length + " weights, and its layers have 16");
    }

    @Test
    void layersThatAreLargerThanTheFileAreRefused() throws IOException {
        long units = 900_000;
        Map<String, byte[]> entries = entries();
        String json = new String(entries.get("configuration.json"), StandardCharsets.UTF_8)
                .replaceAll("\"nin\" *: *3", "\"nin\" : " + units);
        change("configuration.json", json.getBytes(StandardCharsets.UTF_8));
        change("coefficients.bin", withLength(entries.get("coefficients.bin"), units * 2 + 2 + 8));

        assertRefused("cut short");
    }

    @Test
    void weightsThatEndTooEarlyAreRefused() throws IOException {
        byte[] whole = entries().get("coefficients.bin");
        for (int length = 0; length < whole.length; length += 7) {
            change("coefficients.bin", Arrays.copyOf(whole, length));

            assertRefused("cut short");
        }
    }

    @Test
    void aConfigurationWithoutEndIsRefused() throws IOException {
        change("configuration.json", new byte[5 << 20]);

        assertRefused("configuration is larger than 4 MiB");
    }

    @Test
    void aFileWithoutWeightsIsRefused() throws IOException {
        Map<String, byte[]> entries = entries();
        entries.remove("coefficients.bin");
        write(entries);

        assertRefused("it has no coefficients.bin");
    }

    @Test
    void oneGraphReadsItsFileOnce() {
        AtomicInteger reads = new AtomicInteger();
        Dl4jEncoder encoder = new Dl4jEncoder(
                new Dl4jEncoderOptions(file.toString(), true, 1, 0, List.of("3-2-tanh", "2-4-tanh")), path -> {
                    reads.incrementAndGet();
                    return Dl4jFile.read(path);
                });

        try (GraphProbe probe = GraphProbe.of(
                true,
                1,
                List.of(TensorSpec.of(3)),
                (scope, inputs) ->
                        Map.of("features", encoder.encode(scope, inputs.get(0)).variable()))) {
            assertThat(probe.parameters()).hasSize(4);
        }

        assertThat(reads).hasValue(1);
    }

    private void assertRefused(String message) {
        assertThatThrownBy(() -> Dl4jFile.read(file))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("encoder.file, " + file)
                .hasMessageContaining(message);
    }

    /** The length that stands before the values, replaced. */
    private static byte[] withLength(byte[] coefficients, long length) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(coefficients));
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(changed);
        out.writeUTF(in.readUTF());
        long shapeNumbers = in.readLong();
        out.writeLong(shapeNumbers);
        out.writeUTF(in.readUTF());
        out.write(in.readNBytes((int) shapeNumbers * Long.BYTES));
        out.writeUTF(in.readUTF());
        in.readLong();
        out.writeLong(length);
        in.transferTo(out);
        return changed.toByteArray();
    }

    private void change(String entry, byte[] content) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.put(entry, content);
        write(entries);
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private void write(Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
    }

    private static MultiLayerNetwork network(DataType type) {
        MultiLayerNetwork network = new MultiLayerNetwork(new NeuralNetConfiguration.Builder()
                .seed(1)
                .dataType(type)
                .biasInit(0.5)
                .activation(org.nd4j.linalg.activations.Activation.TANH)
                .list()
                .layer(new DenseLayer.Builder().nIn(3).nOut(2).build())
                .layer(new DenseLayer.Builder().nIn(2).nOut(4).hasBias(false).build())
                .build());
        network.init();
        return network;
    }

    /** Leaves a mark where it is made from its bytes. */
    private static final class Harm implements Serializable {
        static final AtomicBoolean DONE = new AtomicBoolean();
        private static final long serialVersionUID = 1;

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            DONE.set(true);
        }
    }
}
