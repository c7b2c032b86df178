package dev.diabolo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Where results and messages go: results to standard output, everything else to standard error. */
final class Console {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;
    private final PrintStream error;

    Console(PrintStream out, PrintStream error) {
        this.out = out;
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

    PrintStream error() {
        return error;
    }

    PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    PrintWriter errorWriter() {
        return new PrintWriter(error, true, StandardCharsets.UTF_8);
    }

    private void requireWritten() {
        if (out.checkError()) {
            throw DiaboloException.resource(
                    "output.not-written", Problem.of("standard output cannot be written to"), null);
        }
    }
}
