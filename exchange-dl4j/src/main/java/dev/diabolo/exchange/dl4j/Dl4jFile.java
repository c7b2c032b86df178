package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * A model file of Deeplearning4j as layers. Those that are not known here, or do more, are refused by name.
 *
 * <p>Only the entries of the network's configuration and of its weights are read; the state of training stays where it is, and a
 * normaliser is refused: Deeplearning4j would make objects of any class from it.
 *
 * @param layers in their order
 * @param values of each, as {@link NetworkLayer#parts} has them, in row-major order
 */
record Dl4jFile(List<NetworkLayer> layers, List<List<float[]>> values) {
    private static final String CONFIGURATION = "configuration.json";
    private static final String COEFFICIENTS = "coefficients.bin";

    /** Normalisers, in the two ways in which Deeplearning4j has written them. */
    private static final List<String> NORMALISERS = List.of("preprocessor.bin", "normalizer.bin");

    /** A layer takes about 2 KB. */
    private static final int LARGEST_CONFIGURATION = 4 << 20;

    /** How many bytes one compressed byte can become: the format's limit. */
    private static final long MOST_INFLATION = 1032;

    static Dl4jFile read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw broken(file, "there is no such file", null);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (String normaliser : NORMALISERS) {
                if (zip.getEntry(normaliser) != null) {
                    throw normaliser(file, normaliser);
                }
            }
            List<FileLayer> layers = new LayerReading(file, configuration(zip)).layers();
            return new Weights(zip, Files.size(file)).of(layers);
        } catch (IOException | RuntimeException e) {
            if (e instanceof DiaboloException known) {
                throw known;
            }
            throw broken(file, "it cannot be read: " + e.getMessage(), e);
        }
    }

    private static MultiLayerConfiguration configuration(ZipFile zip) throws IOException {
        try (InputStream in = zip.getInputStream(entry(zip, CONFIGURATION))) {
            byte[] json = in.readNBytes(LARGEST_CONFIGURATION + 1);
            if (json.length > LARGEST_CONFIGURATION) {
                throw new IOException("its configuration is larger than " + (LARGEST_CONFIGURATION >> 20) + " MiB");
            }
            return MultiLayerConfiguration.fromJson(new String(json, StandardCharsets.UTF_8));
        }
    }

    private static ZipEntry entry(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new IOException("it has no " + name);
        }
        return entry;
    }

    private static DiaboloException normaliser(Path file, String entry) {
        return DiaboloException.user(
                "dl4j.normaliser",
                Problem.of("the file holds a normaliser (" + entry
                                + "), which is not read: the network would see other data than it was trained on")
                        .at("encoder.file, " + file)
                        .allowed("a network alone")
                        .remedy(
                                "write it without one (ModelSerializer.writeModel(network, file, false)) and give data that are"
                                        + " normalised already"));
    }

    static DiaboloException broken(Path file, String what, @Nullable Throwable cause) {
        return new DiaboloException(
                ErrorKind.USER,
                "dl4j.file",
                List.of(Problem.of(what)
                        .at("encoder.file, " + file)
                        .allowed("a file that Deeplearning4j's ModelSerializer wrote of a MultiLayerNetwork")),
                cause);
    }

    /** The entry of the weights, one layer after the other. */
    private record Weights(ZipFile zip, long fileSize) {
        Dl4jFile of(List<FileLayer> layers) throws IOException {
            ZipEntry entry = entry(zip, COEFFICIENTS);
            long count = layers.stream().mapToLong(FileLayer::parameters).sum();
            // What the entry says of its size is a claim as well; what the file can hold is not.
            long available = Math.min(entry.getSize(), fileSize * MOST_INFLATION);
            List<List<float[]>> values = new ArrayList<>();
            try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
                Coefficients coefficients = Coefficients.open(in, count, available);
                for (FileLayer layer : layers) {
                    values.add(layer.imported().read(coefficients, layer.hasBias()));
                }
            }
            return new Dl4jFile(layers.stream().map(FileLayer::imported).toList(), values);
        }
    }
}
