package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.CodeSampler;
import dev.diabolo.Diabolo;
import dev.diabolo.Rows;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo generate}. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description =
                "Makes new data: draws codes from the model's prior, or from a distribution fitted to its codes, and decodes them.")
final class GenerateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "64",
            description = "How many; ${DEFAULT-VALUE} by default.")
    private int count;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "The n-th example depends on the seed and n alone; ${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = WalkFile.DESCRIPTION)
    private Path out = Path.of("");

    @Mixin
    private SamplerOption sampler = new SamplerOption();

    @Mixin
    private GivenOption conditions = new GivenOption();

    @Option(
            names = "--each-label",
            description =
                    "As many of each label or cluster that the model knows, a row of the picture each; the n-th of every row "
                            + "is drawn with the same noise.")
    private boolean each;

    @Mixin
    private OutputOptions output = new OutputOptions();

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        WalkFile file = new WalkFile(out);
        Overwriting.refuse(out, Map.of("MODEL", model.toString()));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = conditions.given(diabolo.load(model))) {
            List<Autoencoder> models = each ? conditions.each(autoencoder) : List.of(autoencoder);
            file.requireDrawable(autoencoder.dataSpec(), Math.multiplyExact(count, models.size()));
            Optional<CodeSampler> source = sampler.sampler(diabolo, autoencoder, seed);
            List<Rows> rows = models.stream()
                    .map(given -> source.map(found -> given.generate(found, count, seed))
                            .orElseGet(() -> given.generate(count, seed)))
                    .toList();
            write(file, rows);
            int written = count * rows.size();
            if (output.json) {
                Map<String, Object> json = new LinkedHashMap<>();
                json.put("file", out.toString());
                json.put("count", written);
                json.put("seed", seed);
                json.put("from", source.map(CodeSampler::type).orElse("prior"));
                json.put("shape", autoencoder.dataSpec().shape());
                console.json(json);
            } else {
                console.print(written + " generated of " + autoencoder.dataSpec() + " from "
                        + source.map(CodeSampler::type).orElse("the prior") + " in " + out);
            }
        }
        return 0;
    }

    private void write(WalkFile file, List<Rows> rows) {
        if (each) {
            List<List<float[]>> ways =
                    rows.stream().map(row -> Pictures.first(row, count)).toList();
            file.write(rows.get(0).spec(), rows.get(0).columns(), ways);
        } else {
            file.write(rows.get(0));
        }
    }
}
