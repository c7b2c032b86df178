package dev.diabolo.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line's beginning. */
@Command(
        name = "diabolo",
        description = "Trains, compares and applies autoencoders.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "In a checkout, './diabolo benchmark' measures speed; see './diabolo benchmark --help'."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "2:bad input: data, option, file or name",
            "3:a plugin is broken",
            "4:training diverged",
            "5:the machine refused: disk, memory, network",
            "70:a fault of Diabolo's own",
            "129:stopped as its terminal was closed (HUP); as 130",
            "130:stopped by Ctrl-C (INT): training has saved its best model, or in the first epoch the model as it was, and none before the first step",
            "141:the reader of the results has gone; what was to be saved is saved",
            "143:stopped by a request to terminate (TERM); as 130"
        },
        subcommands = {
            TrainCommand.class,
            EvaluateCommand.class,
            ClassifyCommand.class,
            EncodeCommand.class,
            DecodeCommand.class,
            ReconstructCommand.class,
            GenerateCommand.class,
            FitSamplerCommand.class,
            InterpolateCommand.class,
            TraverseCommand.class,
            CompressCommand.class,
            DecompressCommand.class,
            SimilarCommand.class,
            ExportCommand.class,
            PluginsCommand.class,
            RecipesCommand.class,
            DataCommand.class,
            HelpCommand.class
        })
public final class Main {
    private Main() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] arguments) {
        // Pictures are drawn into files; a screen that is announced and cannot be reached must not matter.
        System.setProperty("java.awt.headless", "true");
        // Not System.out, which does not tell why writing failed.
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        Charset charset = Charset.forName(System.getProperty("stdout.encoding", System.getProperty("native.encoding")));
        System.exit(run(new Console(out, charset, System.err), arguments));
    }

    static int run(Console console, String... arguments) {
        CommandLine commandLine = new CommandLine(new Main(), new Commands(console));
        commandLine.setOut(console.outWriter());
        commandLine.setErr(console.errorWriter());
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> Failures.report(failure, console));
        commandLine.setParameterExceptionHandler((failure, ignored) -> Failures.reportUsage(failure, console));
        try {
            return commandLine.execute(arguments);
        } catch (Error failure) {
            // Picocli hands on exceptions only: memory that ran out, classes that do not fit.
            return Failures.report(failure, console);
        }
    }
}
