package dev.diabolo.cli;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells users of failures, and gives the exit code. */
final class Failures {
    private Failures() {}

    /** As a shell tells of a process that a closed pipe ended. */
    private static final int CLOSED_PIPE = 141;

    static int report(Throwable failure, Console console) {
        if (failure instanceof Output.ClosedPipeException) {
            return CLOSED_PIPE;
        }
        if (failure instanceof DiaboloException known) {
            known.problems().forEach(problem -> print(problem, console));
            if (known.kind() == ErrorKind.PLUGIN && known.getCause() != null) {
                console.message("  its author will need " + trace(known.getCause(), console));
            }
            return known.kind().exitCode();
        }
        if (outOfMemory(failure)) {
            console.message("error: there is not enough memory for this model and batch");
            console.message("  use smaller layers or batches, or give Java more memory: DIABOLO_JAVA_OPTS=-Xmx8g");
            return ErrorKind.RESOURCE.exitCode();
        }
        console.message("error: this is a fault of Diabolo's own: " + failure);
        console.message("  please report it with " + trace(failure, console));
        return ErrorKind.INTERNAL.exitCode();
    }

    /** Java's memory, or that of native code, whose failures come in several forms. */
    private static boolean outOfMemory(Throwable failure) {
        Throwable cause = failure;
        // Bounded: a chain of causes may be a circle.
        for (int depth = 0; depth < 20 && cause != null; depth++) {
            if (cause instanceof OutOfMemoryError
                    || String.valueOf(cause.getMessage()).contains("bad_alloc")) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Writes the stack trace to a file, and says where. */
    private static String trace(Throwable failure, Console console) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        try {
            Path file = Files.createTempFile("diabolo-fault-", ".log");
            Files.writeString(file, trace.toString());
            return "the stack trace in " + file;
        } catch (IOException noRoom) {
            console.message(trace.toString());
            return "the stack trace above";
        }
    }

    private static void print(Problem problem, Console console) {
        String where = problem.where().isEmpty() ? "" : problem.where() + ": ";
        console.message("error: " + where + problem.what());
        if (!problem.allowed().isEmpty()) {
            console.message("  allowed: " + problem.allowed());
        }
        if (!problem.remedy().isEmpty()) {
            console.message("  " + problem.remedy());
        }
    }

    static int reportUsage(ParameterException failure, Console console) {
        CommandLine command = failure.getCommandLine();
        PrintWriter error = console.errorWriter();
        if (!command.getSubcommands().isEmpty() && !(failure instanceof UnmatchedArgumentException)) {
            command.usage(error);
            return ErrorKind.USER.exitCode();
        }
        console.message("error: " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, error);
        console.message("  see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ErrorKind.USER.exitCode();
    }
}
