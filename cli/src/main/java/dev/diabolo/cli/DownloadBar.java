package dev.diabolo.cli;

import dev.diabolo.ProgressListener;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows downloads. */
final class DownloadBar implements ProgressListener {
    private final Console console;
    private final boolean quiet;
    private @Nullable ProgressBar bar;

    DownloadBar(Console console, boolean quiet) {
        this.console = console;
        this.quiet = quiet;
    }

    @Override
    public void downloadStarted(String file, long bytes) {
        if (quiet) {
            return;
        }
        if (Terminal.interactive()) {
            bar = Terminal.bar("downloading " + file, bytes, console);
        } else {
            console.message("downloading " + file + (bytes > 0 ? ", " + bytes + " bytes" : ""));
        }
    }

    @Override
    public void downloaded(long bytes) {
        if (bar != null) {
            bar.stepTo(bytes);
        }
    }

    @Override
    public void downloadFinished() {
        close();
    }

    @Override
    public void downloadFailed() {
        close();
    }

    private void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
