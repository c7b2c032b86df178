package dev.diabolo.data;

import java.io.IOException;
import java.io.InputStream;

/** Guesses what separates the cells of a CSV file from its first line. */
final class CsvSeparator {
    static final int LOOK_AHEAD = 1 << 16;

    private CsvSeparator() {}

    /** A tab before a semicolon before a comma: the rarer one is never part of a number or of a plain name. */
    static char detect(InputStream in) throws IOException {
        in.mark(LOOK_AHEAD);
        byte[] head = in.readNBytes(LOOK_AHEAD);
        in.reset();
        boolean quoted = false;
        boolean semicolon = false;
        boolean content = false;
        for (byte character : head) {
            if (character == '"') {
                quoted = !quoted;
            } else if (!quoted && character == '\t') {
                return '\t';
            } else if (!quoted && character == ';') {
                semicolon = true;
            } else if (!quoted && content && (character == '\n' || character == '\r')) {
                break;
            }
            content |= character > ' ';
        }
        return semicolon ? ';' : ',';
    }
}
