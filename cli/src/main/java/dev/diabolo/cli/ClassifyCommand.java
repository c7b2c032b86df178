package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.Rows;
import dev.diabolo.spi.graph.TensorSpec;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo classify}. */
@Command(
        name = "classify",
        mixinStandardHelpOptions = true,
        description =
                "Writes the most likely class of each example: a label, of models that learnt from some; the number of a cluster, from 0, of "
                        + "models that found them. What share is wrong is told by evaluate.")
final class ClassifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the classes go: a name that ends in .npy or .csv.")
    private Path out = Path.of("");

    @Mixin
    private GivenOption conditions = new GivenOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    ClassifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Rows.requireWritable(out);
        Overwriting.refuse(out, Map.of("MODEL", model.toString(), "--data", data.source));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = conditions.conditioned(diabolo.load(model))) {
            int[] classes = autoencoder.classify(data.open(diabolo, autoencoder));
            float[][] found = Arrays.stream(classes)
                    .mapToObj(label -> new float[] {label})
                    .toArray(float[][]::new);
            Rows rows = Rows.of(TensorSpec.of(1), found);
            rows.write(out);
            Written.report(rows, out, output, console);
        }
        return 0;
    }
}
