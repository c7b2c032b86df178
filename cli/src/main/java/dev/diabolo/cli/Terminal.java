package dev.diabolo.cli;

import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** What the process is connected to. */
final class Terminal {
    private static final int WIDTH = 100;
    private static final int MILLISECONDS = 100;

    private Terminal() {}

    /** Whether a person watches: a console is there, and standard error goes to it. */
    static boolean interactive() {
        return System.console() != null
                && System.getenv("CI") == null
                && !"dumb".equals(System.getenv("TERM"))
                && errorIsTerminal();
    }

    /** Java tells of standard input and output only; on Unix the descriptor tells of standard error. */
    private static boolean errorIsTerminal() {
        return Optional.of(java.nio.file.Path.of("/proc/self/fd/2"))
                .filter(java.nio.file.Files::exists)
                .map(descriptor -> {
                    try {
                        return descriptor.toRealPath().toString().startsWith("/dev/");
                    } catch (java.io.IOException e) {
                        return false;
                    }
                })
                .orElse(true);
    }

    static ProgressBar bar(String task, long total, Console console) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                .setUpdateIntervalMillis(MILLISECONDS)
                .setConsumer(new ConsoleProgressBarConsumer(console.error(), WIDTH))
                .build();
    }
}
