package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.CodeSampler;
import dev.diabolo.Diabolo;
import dev.diabolo.spi.data.Examples;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo fit-sampler}. */
@Command(
        name = "fit-sampler",
        mixinStandardHelpOptions = true,
        description =
                "Fits a distribution to the codes of data and saves it with the model, so that any model can generate.")
final class FitSamplerCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Option(
            names = "--sampler",
            required = true,
            paramLabel = "NAME",
            description =
                    "gaussian, gaussian-mixture, kernel-density or another that is installed; 'diabolo plugins list' names them.")
    private String name = "";

    @Option(
            names = "--data",
            required = true,
            paramLabel = "SOURCE",
            description = "What it is fitted to, named as for encode: their training part.")
    private String source = "";

    @Mixin
    private final DataSettingsOption settings = new DataSettingsOption(SamplerOption.SECTION);

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of whatever is random in fitting; ${DEFAULT-VALUE} by default.")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "Where the model goes that has the sampler; may be MODEL itself.")
    private Path out = Path.of("");

    @Mixin
    private OutputOptions output = new OutputOptions();

    FitSamplerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Overwriting.refuse(out, Map.of("--data", source));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = diabolo.load(model)) {
            Examples examples =
                    diabolo.data(source, settings.values(), autoencoder).train();
            CodeSampler sampler =
                    diabolo.fitSampler(autoencoder, name, settings.values(SamplerOption.SECTION), examples, seed);
            double logDensity = logDensity(autoencoder, sampler, examples);
            autoencoder.save(out, sampler);
            report(sampler, examples.size(), logDensity);
        }
        return 0;
    }

    /** Mean over the codes that it was fitted to. */
    private static double logDensity(Autoencoder autoencoder, CodeSampler sampler, Examples examples) {
        Examples first = new FirstExamples(examples, Math.min(1000, examples.size()));
        double sum = 0;
        for (float[] code : autoencoder.encode(first)) {
            sum += sampler.fitted().logDensity(code);
        }
        return sum / first.size();
    }

    private void report(CodeSampler sampler, int examples, double logDensity) {
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", out.toString());
            json.put("sampler", sampler.type());
            json.put("options", sampler.options());
            json.put("examples", examples);
            json.put("logDensity", logDensity);
            console.json(json);
        } else {
            console.print(sampler.type() + ", fitted to " + examples + " codes, mean log-density of the first "
                    + Math.min(1000, examples) + " of them " + TrainingProgress.number(logDensity) + " nats, in "
                    + out);
        }
    }
}
