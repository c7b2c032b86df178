package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.Interpolation;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo interpolate}. */
@Command(
        name = "interpolate",
        mixinStandardHelpOptions = true,
        description = "Goes from the code of one example to that of another, and decodes what lies between.")
final class InterpolateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--rows",
            required = true,
            split = ",",
            paramLabel = "A,B",
            description = "The two rows of the data to go between, counted from 0.")
    private List<Integer> rows = List.of();

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "10",
            description = "Codes on the way, both ends included; ${DEFAULT-VALUE} by default.")
    private int steps;

    @Option(
            names = "--way",
            split = ",",
            paramLabel = "WAY",
            defaultValue = "linear,spherical",
            description = "linear, spherical (around the origin) or both, a row of the picture each; both by default.")
    private List<Interpolation> ways = List.of();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = WalkFile.DESCRIPTION)
    private Path out = Path.of("");

    @Mixin
    private GivenOption conditions = new GivenOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    InterpolateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        WalkFile file = new WalkFile(out);
        requireTwo();
        Overwriting.refuse(out, Map.of("MODEL", model.toString(), "--data", data.source));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = conditions.conditioned(diabolo.load(model))) {
            file.requireDrawable(autoencoder.dataSpec(), steps);
            Examples examples = data.open(diabolo, autoencoder);
            float[] from = ExistingRow.read(examples, rows.get(0));
            float[] to = ExistingRow.read(examples, rows.get(1));
            List<List<float[]>> walks = new ArrayList<>();
            for (Interpolation way : ways) {
                walks.add(List.of(autoencoder.interpolate(from, to, steps, way).examples()));
            }
            file.write(autoencoder.dataSpec(), autoencoder.columns(), walks);
            report();
        }
        return 0;
    }

    private void requireTwo() {
        if (rows.size() != 2) {
            throw DiaboloException.user(
                    "interpolate.rows",
                    Problem.of(rows.size() + " rows were named").at("--rows").allowed("two rows, such as --rows 0,1"));
        }
    }

    private void report() {
        List<String> names =
                ways.stream().map(way -> way.name().toLowerCase(Locale.ROOT)).toList();
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", out.toString());
            json.put("rows", rows);
            json.put("steps", steps);
            json.put("ways", names);
            console.json(json);
        } else {
            console.print(steps + " steps from row " + rows.get(0) + " to row " + rows.get(1) + ", "
                    + String.join(" then ", names) + ", in " + out);
        }
    }
}
