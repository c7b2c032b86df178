package dev.diabolo.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where results and messages go: results to standard output, everything else to standard error. */
final class Console {
    /** Characters beyond ASCII are escaped, so that the terminal's encoding does not matter; JSON has no NaN. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .build())
            .addModule(new SimpleModule().addSerializer(Double.class, new FiniteOrNull()))
            .build();

    private final Output output;
    private final PrintStream out;
    private final Charset charset;
    private final PrintStream error;

    /**
     * @param charset of the results
     */
    Console(OutputStream out, Charset charset, PrintStream error) {
        this.output = new Output(out);
        this.out = new PrintStream(output, false, charset);
        this.charset = charset;
        this.error = error;
    }

    /** A line of a result. */
    void print(String line) {
        out.println(line);
        requireWritten();
    }

    /** The one JSON object of a result. */
    void json(Map<String, ?> object) {
        try {
            print(JSON.writeValueAsString(object));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A line about what is going on, or what went wrong. */
    void message(String line) {
        error.println(line);
    }

    /** A line that may come while a bar is being drawn, and takes its place. */
    void note(String line) {
        error.print((Terminal.interactive() ? BarLine.EMPTIED : "") + line + System.lineSeparator());
        error.flush();
    }

    PrintStream error() {
        return error;
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true, charset);
    }

    PrintWriter errorWriter() {
        return new PrintWriter(error, true, StandardCharsets.UTF_8);
    }

    private void requireWritten() {
        if (out.checkError()) {
            if (output.isClosedPipe()) {
                throw new Output.ClosedPipeException();
            }
            throw DiaboloException.resource(
                    "output.not-written", Problem.of("standard output cannot be written to"), null);
        }
    }

    /** A measure that has no number, such as the PSNR of a perfect reconstruction, is null. */
    private static final class FiniteOrNull extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider providers) throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
    }
}
