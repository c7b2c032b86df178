package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.Rows;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo decompress}. */
@Command(
        name = "decompress",
        mixinStandardHelpOptions = true,
        description = "Brings back what 'diabolo compress' wrote, with the model that it was written with.")
final class DecompressCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file, *.dbl.")
    private Path model = Path.of("");

    @Parameters(index = "1", paramLabel = "FILE", description = "The compressed data.")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the data go: .npy or .csv for all values, .png for the first images.")
    private Path out = Path.of("");

    @Mixin
    private GivenOption conditions = new GivenOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    DecompressCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean picture = Picture.orRows(out);
        Overwriting.refuse(out, Map.of("MODEL", model.toString(), "FILE", file.toString()));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = conditions.conditioned(diabolo.load(model))) {
            Rows rows = autoencoder.compression().read(file);
            if (picture) {
                Pictures.write(rows, autoencoder, out, output, console);
            } else {
                rows.write(out);
                Written.report(rows, out, output, console);
            }
        }
        return 0;
    }
}
