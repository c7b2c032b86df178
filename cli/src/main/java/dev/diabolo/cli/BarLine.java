package dev.diabolo.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/** One line of a terminal that is redrawn, and empty at the end. */
final class BarLine implements ProgressBarConsumer {
    /** The control sequence of ECMA-48 that erases from the cursor to the end of the line. */
    private static final String ERASE = "\u001b[K";

    /** Back to the line's beginning, with nothing on it. */
    static final String EMPTIED = '\r' + ERASE;

    private final PrintStream out;
    private final int width;

    BarLine(PrintStream out, int width) {
        this.out = out;
        this.width = Math.max(1, width);
    }

    @Override
    public int getMaxRenderedLength() {
        return width;
    }

    @Override
    public void accept(String line) {
        String fitting = line.length() <= width ? line : line.substring(0, width);
        out.print('\r' + fitting + ERASE);
        out.flush();
    }

    /** Nothing is left: the line of the epoch takes the bar's place. */
    @Override
    public void close() {
        out.print(EMPTIED);
        out.flush();
    }
}
