package dev.diabolo.benchmarks;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Tells users of failures as the command line does, and gives the exit code. */
final class Failures {
    private Failures() {}

    static int report(Throwable failure, PrintStream error) {
        if (failure instanceof DiaboloException known) {
            known.problems().forEach(problem -> print(problem, error));
            return known.kind().exitCode();
        }
        error.println("error: this is a fault of Diabolo's own: " + failure);
        failure.printStackTrace(error);
        return ErrorKind.INTERNAL.exitCode();
    }

    private static void print(Problem problem, PrintStream error) {
        String where = problem.where().isEmpty() ? "" : problem.where() + ": ";
        error.println("error: " + where + problem.what());
        if (!problem.allowed().isEmpty()) {
            error.println("  allowed: " + problem.allowed());
        }
        if (!problem.remedy().isEmpty()) {
            error.println("  " + problem.remedy());
        }
    }

    static int reportUsage(ParameterException failure, PrintStream error) {
        CommandLine command = failure.getCommandLine();
        error.println("error: " + failure.getMessage());
        error.println("  see '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ErrorKind.USER.exitCode();
    }
}
