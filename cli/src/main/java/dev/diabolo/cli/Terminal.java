package dev.diabolo.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** What the process is connected to. */
final class Terminal {
    private static final int USUAL_COLUMNS = 80;
    private static final int WIDEST = 120;

    /** A terminal echoes Ctrl-C as two characters; they must fit on the bar's line. */
    private static final int MARGIN = 3;

    private static final int MILLISECONDS = 100;

    private Terminal() {}

    /** Whether a person watches: standard error goes to a terminal that can redraw a line. */
    static boolean interactive() {
        String kind = System.getenv("TERM");
        return System.getenv("CI") == null && !"dumb".equals(kind) && errorIsTerminal();
    }

    /** Java tells of standard input and output only; on Linux the descriptor tells of standard error. */
    private static boolean errorIsTerminal() {
        Path descriptor = Path.of("/proc/self/fd/2");
        if (!Files.exists(descriptor)) {
            return System.console() != null;
        }
        try {
            String device = descriptor.toRealPath().toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException closed) {
            return false;
        }
    }

    /**
     * How wide the terminal is now. Asked of {@code stty} and not of JLine, which comes with the progress bar: JLine takes
     * Ctrl-C to itself.
     */
    static int columns() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            stty.waitFor(1, TimeUnit.SECONDS);
            return columns(size);
        } catch (IOException noTerminal) {
            return USUAL_COLUMNS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_COLUMNS;
        }
    }

    /** The second of two numbers, rows and columns; the usual where the terminal knows neither. */
    static int columns(String size) {
        String[] numbers = size.split(" ");
        if (numbers.length != 2 || !numbers[1].matches("[1-9][0-9]{0,4}")) {
            return USUAL_COLUMNS;
        }
        return Integer.parseInt(numbers[1]);
    }

    static ProgressBar bar(String task, long total, Console console) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                .setUpdateIntervalMillis(MILLISECONDS)
                // Else a step that comes while the line is drawn is not shown before the next one.
                .continuousUpdate()
                .setConsumer(new BarLine(console.error(), Math.min(WIDEST, columns()) - MARGIN))
                .build();
    }
}
