package dev.diabolo.plugins.vanilla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Model files with a description that no Diabolo wrote, sealed all the same: each is the user's to mend, never a crash. */
class MalformedModelTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final float[][] ROWS = {{0, 1, 0.5f}, {1, 0, 0.25f}, {0.5f, 0.5f, 1}, {0, 0, 1}};

    @TempDir
    Path folder;

    private final Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
    private JsonNode document;
    private byte[] parameters;

    @BeforeEach
    void train() throws IOException {
        Path file = folder.resolve("whole.dbl");
        diabolo.training("ae")
                .set("encoder.hidden", List.of(2))
                .set("latent", 1)
                .epochs(1)
                .train(diabolo.data(ROWS))
                .save(file);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            document = JSON.readTree(zip.getInputStream(zip.getEntry("model.json")));
            parameters =
                    zip.getInputStream(zip.getEntry("parameters.safetensors")).readAllBytes();
        }
    }

    @AfterEach
    void close() {
        diabolo.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "/data                |          | data is missing",
                "/data                | null     | data is missing",
                "/provenance          | null     | provenance is missing",
                "/provenance/source   | null     | provenance ; source is missing",
                "/provenance/seed     | null     | seed",
                "/components/0        | null     | an element of components is missing",
                "/components/0/id     |          | components.[0] ; id is missing",
                "/metrics/train.loss  | null     | metrics.train.loss is missing",
                "/data/factor         | 0        | data ; factor 0.0 ; above 0",
                "/data/factor         | -1       | factor -1.0 ; above 0",
                "/data/factor         | 1e400    | factor Infinity",
                "/data/factor         | \"NaN\" | factor NaN",
                "/data/offset         | 1e400    | offset Infinity ; finite",
                "/data/shape          | []       | shape [] ; at least 1",
                "/data/shape/0        | 0        | shape [0] ; at least 1",
                "/data/shape/0        | null     | an element of shape is missing",
                "/data/shape          | [3, 6148914691236517206] | shape [3, 6148914691236517206] is not possible",
                "/data                | 5        | malformed at data",
                "/nonsense            | 5        | malformed at nonsense",
            })
    void aFaultOfTheDescriptionIsNamed(String place, String value, String message) throws IOException {
        Path file = write(changed(place, value));

        assertThatThrownBy(() -> use(file)).isInstanceOfSatisfying(DiaboloException.class, e -> {
            assertThat(e.kind()).isEqualTo(ErrorKind.USER);
            assertThat(e.getMessage()).contains(message.split(" ; "));
            if (e.code().startsWith("model.")) {
                assertThat(e.getMessage()).contains("model.dbl", "use a model that Diabolo wrote");
            }
        });
    }

    @Test
    void whateverIsChangedTheModelWorksOrTheUserIsTold() throws IOException {
        List<String> places = new ArrayList<>();
        collect(document, "", places::add);
        assertThat(places).contains("/options/encoder.hidden", "/data/shape/0", "/provenance/seed");
        for (String place : places) {
            for (String value : Arrays.asList(null, "null", "0", "-1", "\"x\"", "{}", "1e400")) {
                Path file = write(changed(place, value));
                try {
                    use(file);
                } catch (DiaboloException told) {
                    assertThat(told.kind()).as(place + " = " + value).isEqualTo(ErrorKind.USER);
                } catch (RuntimeException | Error crash) {
                    throw new AssertionError(place + " = " + value, crash);
                }
            }
        }
    }

    /** Loads a model and does with it what reads its description. */
    private void use(Path file) {
        try (Autoencoder model = diabolo.load(file)) {
            Dataset data = diabolo.data(ROWS);
            model.evaluate(data.train());
            model.reconstruct(ROWS);
            model.save(folder.resolve("again.dbl"));
        }
    }

    private static void collect(JsonNode node, String place, Consumer<String> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                places.accept(place + "/" + name);
                collect(object.get(name), place + "/" + name, places);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.accept(place + "/" + i);
                collect(array.get(i), place + "/" + i, places);
            }
        }
    }

    /** The document with one value replaced, or removed where there is none to put in its place. */
    private JsonNode changed(String place, String value) throws IOException {
        JsonNode changed = document.deepCopy();
        int last = place.lastIndexOf('/');
        ContainerNode<?> holder = (ContainerNode<?>) changed.at(place.substring(0, last));
        String name = place.substring(last + 1);
        JsonNode replacement = value == null ? null : JSON.readTree(value);
        if (holder instanceof ObjectNode object && replacement != null) {
            object.set(name, replacement);
        } else if (holder instanceof ObjectNode object) {
            object.remove(name);
        } else if (replacement != null) {
            ((ArrayNode) holder).set(Integer.parseInt(name), replacement);
        } else {
            ((ArrayNode) holder).remove(Integer.parseInt(name));
        }
        return changed;
    }

    /** As the format's decision record has it: a zip whose comment is the SHA-256 of all bytes before it. */
    private Path write(JsonNode description) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("model.json"));
            zip.write(JSON.writeValueAsBytes(description));
            zip.putNextEntry(new ZipEntry("parameters.safetensors"));
            zip.write(parameters);
        }
        byte[] content = bytes.toByteArray();
        content[content.length - 2] = 64;
        Path file = folder.resolve("model.dbl");
        Files.write(file, content);
        String seal = HexFormat.of().formatHex(sha256().digest(content));
        return Files.writeString(file, seal, StandardCharsets.US_ASCII, StandardOpenOption.APPEND);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
