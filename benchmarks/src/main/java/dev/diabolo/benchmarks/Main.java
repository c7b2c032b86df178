package dev.diabolo.benchmarks;

import dev.diabolo.Diabolo;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The beginning of {@code diabolo benchmark}; the launcher starts it instead of the command line. */
@Command(
        name = "diabolo",
        description = "Measures Diabolo.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private Main() {}

    /** Runs the command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    static int run(PrintStream out, PrintStream error, String... arguments) {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.addSubcommand(new BenchmarkCommand(out, error));
        commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        commandLine.setErr(new PrintWriter(error, true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> Failures.report(failure, error));
        commandLine.setParameterExceptionHandler((failure, ignored) -> Failures.reportUsage(failure, error));
        return commandLine.execute(arguments);
    }

    /** What {@code --version} says. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"diabolo " + Diabolo.version()};
        }
    }
}
