package dev.diabolo.data.text;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the words of documents in UTF-8, document by document. A word is a longest run of letters and digits, as Unicode has
 * them.
 *
 * @param lines whether each line of a file is a document, rather than the file; blank ones are none
 */
record Documents(boolean lines, boolean lowerCase) {
    /** Longer words come in files that are no text. */
    private static final int LONGEST_WORD = 10_000;

    /** Takes documents. */
    @FunctionalInterface
    interface Consumer {
        void accept(Map<String, Integer> counts, int label) throws IOException;
    }

    /**
     * Reads a file.
     *
     * @param label handed on
     * @throws DiaboloException (USER) where it is not text in UTF-8, with the line
     */
    void forEach(Path file, int label, Consumer consumer) throws IOException {
        Counter counter = new Counter(file, label, consumer);
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (int unit = reader.read(); unit >= 0; unit = reader.read()) {
                counter.add((char) unit);
            }
        } catch (CharacterCodingException malformed) {
            throw new DiaboloException(
                    ErrorKind.USER,
                    "data.not-text",
                    List.of(counter.problem("this is not text in UTF-8")
                            .remedy("convert the file to UTF-8, or leave it out")),
                    malformed);
        }
        counter.end();
    }

    /** Reads one file. */
    private final class Counter {
        private final Path file;
        private final int label;
        private final Consumer consumer;
        private final StringBuilder word = new StringBuilder();
        private Map<String, Integer> counts = new TreeMap<>();
        private boolean content;
        private char high;
        private int line = 1;

        Counter(Path file, int label, Consumer consumer) {
            this.file = file;
            this.label = label;
            this.consumer = consumer;
        }

        Problem problem(String what) {
            return Problem.of(what).at(file + ", in line " + line + " or soon after it");
        }

        void add(char unit) throws IOException {
            if (Character.isHighSurrogate(unit)) {
                high = unit;
                return;
            }
            int point = Character.isLowSurrogate(unit) ? Character.toCodePoint(high, unit) : unit;
            if (Character.isLetterOrDigit(point)) {
                word.appendCodePoint(point);
                if (word.length() > LONGEST_WORD) {
                    throw refused("a word has more than " + LONGEST_WORD + " characters");
                }
                return;
            }
            endWord();
            if (point == 0) {
                throw refused("there is a character of value 0");
            }
            content |= !Character.isWhitespace(point);
            if (point == '\n') {
                line++;
                if (lines) {
                    endDocument();
                }
            }
        }

        private DiaboloException refused(String what) {
            return DiaboloException.user(
                    "data.not-text", problem(what).remedy("check that this is a file of plain text"));
        }

        private void endWord() {
            if (word.length() > 0) {
                String found = lowerCase ? word.toString().toLowerCase(Locale.ROOT) : word.toString();
                counts.merge(found, 1, Integer::sum);
                content = true;
                word.setLength(0);
            }
        }

        private void endDocument() throws IOException {
            if (content || !lines) {
                consumer.accept(counts, label);
            }
            counts = new TreeMap<>();
            content = false;
        }

        void end() throws IOException {
            endWord();
            if (!lines || content) {
                endDocument();
            }
        }
    }
}
