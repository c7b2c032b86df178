package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What became of a command.
 *
 * @param code its exit code
 * @param out what it wrote to standard output
 * @param error what it wrote to standard error
 */
record Outcome(int code, String out, String error) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Runs a command in this process: fast, and all but streams, environment and signals are real. */
    static Outcome of(Object... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        Console console =
                new Console(out, StandardCharsets.UTF_8, new PrintStream(error, true, StandardCharsets.UTF_8));
        int code = Main.run(console, DiaboloProcess.texts(arguments));
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    Outcome succeeded() {
        assertThat(code).as("exit code; standard error was: %s", error).isZero();
        return this;
    }

    /** Fails with a code and a message for people: nothing on standard output, no stack trace. */
    Outcome failed(int expected) {
        assertThat(code).as("exit code; standard error was: %s", error).isEqualTo(expected);
        assertThat(out).isEmpty();
        assertThat(error).contains("error: ").doesNotContain("\tat ").doesNotContain("Exception in thread");
        return this;
    }

    /** Standard output as the one JSON value that it must be. */
    JsonNode json() {
        succeeded();
        assertThat(out.lines()).hasSize(1);
        try {
            return JSON.readTree(out);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + out, e);
        }
    }
}
