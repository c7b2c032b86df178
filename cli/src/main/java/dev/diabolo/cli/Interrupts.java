package dev.diabolo.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * Ctrl-C and its like while a run is under way: the first asks the run to stop, so that its result is saved; the second ends
 * the process at once. Signals are handled and not left to shutdown hooks, since hooks hear of the first signal only and
 * cannot choose the exit code. Where Java gives no signals (option {@code -Xrs}), a signal ends the process as ever.
 */
final class Interrupts implements AutoCloseable {
    /** What a shell reports of a process that a signal ended is this plus the signal's number. */
    private static final int SIGNAL_EXIT_CODE = 128;

    private final Console console;
    private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
    private volatile int exitCode;

    /** From now until closed, a signal stops the run that asks {@link #requested}. */
    Interrupts(Console console) {
        this.console = console;
        for (String name : new String[] {"INT", "TERM", "HUP"}) {
            try {
                Signal signal = new Signal(name);
                before.put(signal, Signal.handle(signal, this::received));
            } catch (IllegalArgumentException notOfThisMachine) {
                // Windows has no HUP, and -Xrs keeps all to itself.
            }
        }
    }

    private void received(Signal signal) {
        int code = SIGNAL_EXIT_CODE + signal.getNumber();
        if (exitCode != 0) {
            // Exit and not halt: files in the making are deleted on the way out.
            Runtime.getRuntime().exit(code);
        }
        exitCode = code;
        console.note("stopping after this step, and saving what was learnt; Ctrl-C again ends at once");
    }

    boolean requested() {
        return exitCode != 0;
    }

    /** 130 after Ctrl-C, 143 after a request to terminate, 129 after the terminal was closed; 0 without any. */
    int exitCode() {
        return exitCode;
    }

    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
