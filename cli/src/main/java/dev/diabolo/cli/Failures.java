package dev.diabolo.cli;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells users of failures, and gives the exit code. */
final class Failures {
    private Failures() {}

    static int report(Throwable failure, Console console) {
        if (failure instanceof DiaboloException known) {
            known.problems().forEach(problem -> print(problem, console));
            return known.kind().exitCode();
        }
        if (failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError) {
            console.message("error: there is not enough memory for this model and batch");
            console.message("  use smaller layers or batches, or give Java more memory: DIABOLO_JAVA_OPTS=-Xmx8g");
            return ErrorKind.RESOURCE.exitCode();
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        console.message("error: this is a fault of Diabolo's own; please report it with what follows");
        console.message(trace.toString());
        return ErrorKind.INTERNAL.exitCode();
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
        console.message("error: " + failure.getMessage());
        CommandLine command = failure.getCommandLine();
        PrintWriter error = console.errorWriter();
        UnmatchedArgumentException.printSuggestions(failure, error);
        console.message("  see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ErrorKind.USER.exitCode();
    }
}
