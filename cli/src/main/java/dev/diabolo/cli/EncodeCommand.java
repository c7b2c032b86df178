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

/** {@code diabolo encode}. */
@Command(name = "encode", mixinStandardHelpOptions = true, description = "Turns data into codes.")
final class EncodeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the codes go: a name that ends in .npy or .csv.")
    private Path out = Path.of("");

    @Mixin
    private OutputOptions output = new OutputOptions();

    EncodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Rows.requireWritable(out);
        Overwriting.refuse(out, Map.of("MODEL", model.toString(), "--data", data.source));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = diabolo.load(model)) {
            Rows rows = autoencoder.encode(data.open(diabolo, autoencoder));
            rows.write(out);
            Written.report(rows, out, output, console);
        }
        return 0;
    }
}
