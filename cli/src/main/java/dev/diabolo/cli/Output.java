package dev.diabolo.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Remembers why writing failed, which a {@link java.io.PrintStream} does not tell. */
final class Output extends FilterOutputStream {
    private volatile @Nullable IOException failure;

    Output(OutputStream out) {
        super(out);
    }

    /** Whether its reader has gone, such as {@code head} after the lines that it wanted. */
    boolean isClosedPipe() {
        IOException known = failure;
        return known != null
                && String.valueOf(known.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    @Override
    public void write(int value) throws IOException {
        attempt(() -> out.write(value));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        attempt(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        attempt(out::flush);
    }

    private void attempt(Writing writing) throws IOException {
        try {
            writing.run();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** The reader of the results has gone. */
    static final class ClosedPipeException extends RuntimeException {
        private static final long serialVersionUID = 1;

        ClosedPipeException() {
            super("the reader of the results has gone");
        }
    }
}
