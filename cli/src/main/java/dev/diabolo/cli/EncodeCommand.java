package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.Rows;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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
            description =
                    "Where the codes go: a name that ends in .npy or .csv; .png draws codes of two numbers, coloured by label.")
    private Path out = Path.of("");

    @Mixin
    private GivenOption conditions = new GivenOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    EncodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (!Picture.isNamed(out)) {
            Rows.requireWritable(out);
        }
        Overwriting.refuse(out, Map.of("MODEL", model.toString(), "--data", data.source));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = conditions.conditioned(diabolo.load(model))) {
            Examples examples = data.open(diabolo, autoencoder);
            Rows rows = autoencoder.encode(examples);
            if (Picture.isNamed(out)) {
                plot(rows, examples).write(out);
            } else {
                rows.write(out);
            }
            Written.report(rows, out, output, console);
        }
        return 0;
    }

    private PointPlot plot(Rows rows, Examples examples) {
        if (!PointPlot.draws(rows.spec())) {
            throw DiaboloException.user(
                    "output.no-plane",
                    Problem.of("codes of shape " + rows.spec()
                                    + " are no points of the plane, so there is no picture to draw")
                            .at(out.toString())
                            .allowed("a name that ends in .npy or .csv")
                            .remedy("name another file, or train a model with codes of two numbers"));
        }
        List<float[]> points = new ArrayList<>();
        rows.forEach(points::add);
        return new PointPlot(
                points,
                examples.labelled()
                        ? Optional.of(IntStream.range(0, points.size())
                                .map(examples::label)
                                .toArray())
                        : Optional.empty());
    }
}
