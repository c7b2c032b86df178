package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.CodeSampler;
import dev.diabolo.Diabolo;
import dev.diabolo.spi.data.Dataset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    private GivenOption conditions = new GivenOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    FitSamplerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Overwriting.refuse(out, Map.of("--data", source));
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = conditions.conditioned(diabolo.load(model))) {
            Dataset data = diabolo.data(source, settings.values(), autoencoder);
            CodeSampler sampler =
                    diabolo.fitSampler(autoencoder, name, settings.values(SamplerOption.SECTION), data.train(), seed);
            CodeDensities ofTraining = CodeDensities.of(autoencoder, sampler, data.train());
            Optional<CodeDensities> ofTest =
                    data.test().map(examples -> CodeDensities.of(autoencoder, sampler, examples));
            autoencoder.save(out, sampler);
            report(sampler, data.train().size(), ofTraining, ofTest);
        }
        return 0;
    }

    private void report(CodeSampler sampler, int examples, CodeDensities ofTraining, Optional<CodeDensities> ofTest) {
        if (output.json) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("file", out.toString());
            json.put("sampler", sampler.type());
            json.put("options", sampler.options());
            json.put("examples", examples);
            json.put("logDensity", ofTraining.mean());
            ofTraining.putNeverDrawn(json, "neverDrawn");
            ofTest.ifPresent(densities -> {
                json.put("testLogDensity", densities.mean());
                densities.putNeverDrawn(json, "testNeverDrawn");
            });
            console.json(json);
        } else {
            console.print(sampler.type() + ", fitted to " + examples + " codes, mean log-density of "
                    + ofTraining.inWords("of them")
                    + ofTest.map(densities -> ", of " + densities.inWords("codes of the test part"))
                            .orElse("")
                    + ", in " + out);
        }
    }
}
