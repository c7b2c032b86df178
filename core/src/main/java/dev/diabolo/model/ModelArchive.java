package dev.diabolo.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.diabolo.engine.ParameterValues;
import dev.diabolo.files.PartFile;
import dev.diabolo.spi.data.Reading;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.error.Reason;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The model file, {@code *.dbl}: a zip with {@code model.json} and {@code parameters.safetensors}; a checkpoint has {@code state.json}
 * besides. Sealed with a checksum of
 * all its bytes ({@link Seal}). Written beside its place and then renamed, so that a file is whole or not there.
 */
public final class ModelArchive {
    private static final String DOCUMENT = "model.json";
    private static final String PARAMETERS = "parameters.safetensors";
    private static final String STATE = "state.json";
    private static final int MOST_DOCUMENT_BYTES = 16 << 20;
    /** Reports of some ten thousand epochs. */
    private static final int MOST_STATE_BYTES = 32 << 20;
    /** What a document says besides settings and reading, at most: names, versions, counts. */
    private static final int OTHER_DOCUMENT_BYTES = 1 << 20;
    /** Characters of the names of columns; JSON writes one in six bytes at most, so that these are most of that. */
    private static final int MOST_OF_NAMES = OTHER_DOCUMENT_BYTES / 8;
    /** Deflate stores 258 bytes in 2 bits at best. <b>Source:</b> zlib.net/zlib_tech.html, "Maximum Compression Factor". */
    private static final long LARGEST_RATIO = 1032;

    private static final long RATIO_ALLOWANCE = 64;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private ModelArchive() {}

    /**
     * What a file holds.
     *
     * @param parameters of a model; of a checkpoint, every array of the run's state
     * @param state of a checkpoint, the numbers of the run's state; empty of a model
     */
    public record Content(ModelDocument document, List<ParameterValues> parameters, Map<String, Double> state) {
        public Content {
            parameters = List.copyOf(parameters);
            state = Collections.unmodifiableMap(new LinkedHashMap<>(state));
        }

        /** Of a model. */
        public Content(ModelDocument document, List<ParameterValues> parameters) {
            this(document, parameters, Map.of());
        }

        /** Whether it is the state of a run that is not over. */
        public boolean isCheckpoint() {
            return !state.isEmpty();
        }
    }

    /**
     * Writes a model, replacing a file that is there.
     *
     * @throws DiaboloException (RESOURCE) where the place cannot be written to, (USER) where the document is larger than can be
     *     read again; what was there is untouched
     */
    public static void write(Path file, Content content) {
        Path target = file.toAbsolutePath();
        try (PartFile part = PartFile.in(target)) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part.path()))) {
                writeZip(out, content);
            }
            Seal.seal(part.path());
            part.moveIntoPlace();
        } catch (IOException e) {
            throw DiaboloException.resource(
                    "model.not-written",
                    Problem.of("the " + (content.isCheckpoint() ? "state of the run" : "model") + " cannot be written: "
                                    + Reason.of(e))
                            .at(file.toString())
                            .remedy("check the directory's permissions and the disk's free space"),
                    e);
        }
    }

    /**
     * Refuses what {@link #write} would refuse when all is trained.
     *
     * @param options every setting of the model
     * @param reading how its data were read
     * @throws DiaboloException (USER) where they are more than a model file can say
     */
    public static void requireRoom(Map<String, Object> options, Optional<Reading> reading) {
        try {
            requireReadable(JSON.writeValueAsBytes(options).length
                    + JSON.writeValueAsBytes(reading.map(Reading::settings).orElse(Map.of())).length
                    + (long) OTHER_DOCUMENT_BYTES);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("settings are plain values", e);
        }
    }

    /** Whether there are names of columns, and few enough for a model file to say them beside all else. */
    public static boolean hasRoom(List<String> columns) {
        return !columns.isEmpty()
                && columns.stream().mapToLong(name -> name.length() + 1L).sum() <= MOST_OF_NAMES;
    }

    private static void requireReadable(long bytes) {
        if (bytes > MOST_DOCUMENT_BYTES) {
            throw DiaboloException.user(
                    "model.much-to-say",
                    Problem.of("the settings of the model, with what was found in its data, such as a vocabulary, take "
                                    + (bytes >> 20) + " MiB")
                            .at("the model file")
                            .allowed("less than " + (MOST_DOCUMENT_BYTES >> 20) + " MiB")
                            .remedy(
                                    "have less found: with fewer words (data.size, data.min-count), or with data.bag=hashed"));
        }
    }

    private static void writeZip(OutputStream out, Content content) throws IOException {
        byte[] document = JSON.writeValueAsBytes(content.document());
        requireReadable(document.length);
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(entry(DOCUMENT));
        zip.write(document);
        zip.closeEntry();
        zip.setLevel(java.util.zip.Deflater.BEST_SPEED);
        zip.putNextEntry(entry(PARAMETERS));
        SafeTensors.write(zip, content.parameters());
        zip.closeEntry();
        if (content.isCheckpoint()) {
            zip.putNextEntry(entry(STATE));
            zip.write(state(content.state()));
            zip.closeEntry();
        }
        zip.finish();
    }

    private static byte[] state(Map<String, Double> numbers) throws JsonProcessingException {
        byte[] text = JSON.writeValueAsBytes(numbers);
        if (text.length > MOST_STATE_BYTES) {
            throw DiaboloException.user(
                    "training.much-to-say",
                    Problem.of("the state of the run takes " + (text.length >> 20) + " MiB besides its arrays")
                            .allowed("at most " + (MOST_STATE_BYTES >> 20) + " MiB")
                            .remedy("train for fewer epochs at a time, or without checkpoints"));
        }
        return text;
    }

    /** No times: the same model gives the same bytes. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
        return entry;
    }

    /**
     * Reads a model.
     *
     * @throws DiaboloException (USER) where the file is missing, is no model, was changed or cut short, or is of a newer
     *     format
     */
    public static Content read(Path file) {
        if (Files.isDirectory(file)) {
            throw broken(file, "this is a directory, not a model file", "name the model in it, such as model.dbl");
        }
        if (!Files.exists(file) && !Files.notExists(file)) {
            throw notPermitted(file, new AccessDeniedException(file.toString()));
        }
        if (!Files.isRegularFile(file)) {
            throw broken(file, "there is no such model file", "train one with 'diabolo train'");
        }
        try {
            Seal.verify(file);
            try (ZipFile zip = new ZipFile(file.toFile())) {
                ModelDocument document = document(file, zip);
                return new Content(document, parameters(file, zip), state(file, zip));
            }
        } catch (Seal.BrokenException e) {
            throw broken(file, e.getMessage(), "use a copy that is whole, or train the model again");
        } catch (AccessDeniedException e) {
            throw notPermitted(file, e);
        } catch (IOException e) {
            throw new DiaboloException(
                    ErrorKind.USER,
                    "model.unreadable",
                    List.of(Problem.of("the model cannot be read: " + Reason.of(e))
                            .at(file.toString())
                            .remedy("use a model that Diabolo wrote, or a copy that is whole")),
                    e);
        }
    }

    private static ModelDocument document(Path file, ZipFile zip) throws IOException {
        byte[] text;
        try (InputStream in = zip.getInputStream(entry(file, zip, DOCUMENT))) {
            text = in.readNBytes(MOST_DOCUMENT_BYTES + 1);
        }
        if (text.length > MOST_DOCUMENT_BYTES) {
            throw broken(file, "its " + DOCUMENT + " is larger than any model's", "use a model that Diabolo wrote");
        }
        try {
            return document(file, JSON.readTree(new String(text, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException malformed) {
            throw new DiaboloException(
                    ErrorKind.USER,
                    "model.malformed",
                    List.of(Problem.of("its " + DOCUMENT + " is malformed" + place(malformed) + ": " + fault(malformed))
                            .at(file.toString())
                            .remedy("use a model that Diabolo wrote, or train the model again")),
                    malformed);
        }
    }

    private static ModelDocument document(Path file, JsonNode tree) throws JsonProcessingException {
        int format = tree.path("format").asInt(0);
        if (format < 1 || format > ModelDocument.FORMAT) {
            throw broken(
                    file,
                    "it is of format " + format + ", and this Diabolo reads up to " + ModelDocument.FORMAT,
                    "use the version of Diabolo that wrote it, or a newer one");
        }
        return JSON.treeToValue(tree, ModelDocument.class);
    }

    private static String place(JsonProcessingException malformed) {
        if (!(malformed instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        return " at "
                + mapping.getPath().stream()
                        .map(step -> step.getFieldName() != null ? step.getFieldName() : "[" + step.getIndex() + "]")
                        .collect(Collectors.joining("."));
    }

    /** What the document's own records say against it, else what the parser does. */
    private static @Nullable String fault(JsonProcessingException malformed) {
        return malformed instanceof ValueInstantiationException && malformed.getCause() != null
                ? malformed.getCause().getMessage()
                : malformed.getOriginalMessage();
    }

    private static Map<String, Double> state(Path file, ZipFile zip) throws IOException {
        if (zip.getEntry(STATE) == null) {
            return Map.of();
        }
        try (InputStream in = zip.getInputStream(entry(file, zip, STATE))) {
            byte[] text = in.readNBytes(MOST_STATE_BYTES + 1);
            if (text.length > MOST_STATE_BYTES) {
                throw broken(file, "its " + STATE + " is larger than any run's", "use a checkpoint that Diabolo wrote");
            }
            Map<String, Double> state = JSON.readValue(text, new TypeReference<LinkedHashMap<String, Double>>() {});
            if (state == null || state.containsValue(null)) {
                throw broken(file, "its " + STATE + " lacks a number", "use a checkpoint that Diabolo wrote");
            }
            return state;
        } catch (JsonProcessingException malformed) {
            throw broken(
                    file, "its " + STATE + " is malformed" + place(malformed), "use a checkpoint that Diabolo wrote");
        }
    }

    private static List<ParameterValues> parameters(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = entry(file, zip, PARAMETERS);
        try (InputStream in = zip.getInputStream(entry)) {
            return SafeTensors.read(in, entry.getSize());
        }
    }

    /** An entry whose sizes can be true: both are what the file's author wrote there, and the seal is no signature. */
    private static ZipEntry entry(Path file, ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw broken(file, "it has no " + name, "use a model that Diabolo wrote");
        }
        long packed = entry.getCompressedSize();
        long size = entry.getSize();
        if (packed < 0 || packed > Files.size(file) || size < 0 || (size - RATIO_ALLOWANCE) / LARGEST_RATIO > packed) {
            throw broken(
                    file,
                    "its " + name + " is said to hold " + size + " bytes, more than " + packed + " can be unpacked to",
                    "use a model that Diabolo wrote");
        }
        return entry;
    }

    private static DiaboloException notPermitted(Path file, AccessDeniedException cause) {
        return DiaboloException.resource(
                "model.not-permitted",
                Problem.of("the model may not be read: " + Reason.of(cause))
                        .at(file.toString())
                        .remedy("ask its owner for the right to read it, and to enter its directory"),
                cause);
    }

    private static DiaboloException broken(Path file, String what, String remedy) {
        return DiaboloException.user(
                "model.broken", Problem.of(what).at(file.toString()).remedy(remedy));
    }
}
