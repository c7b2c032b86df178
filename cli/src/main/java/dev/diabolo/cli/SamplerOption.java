package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.CodeSampler;
import dev.diabolo.Diabolo;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which distribution codes are drawn from. */
final class SamplerOption {
    static final String SECTION = "sampler";
    private static final String PRIOR = "prior";

    @Option(
            names = "--sampler",
            paramLabel = "NAME",
            description =
                    "What codes are drawn from: prior, or a sampler that is fitted to the codes of --data, such as gaussian, gaussian-mixture "
                            + "or kernel-density, with --set sampler.KEY=VALUE; by default the sampler that was saved with the model, else its prior.")
    private @Nullable String name;

    @Option(
            names = "--data",
            paramLabel = "SOURCE",
            description = "What a sampler is fitted to, named as for encode: their training part.")
    private @Nullable String source;

    @Mixin
    private final DataSettingsOption settings = new DataSettingsOption(SECTION);

    /** The sampler to draw from; empty for the prior. */
    Optional<CodeSampler> sampler(Diabolo diabolo, Autoencoder model, long seed) {
        Map<String, String> options = settings.values(SECTION);
        if (name == null || name.equals(PRIOR)) {
            if (source != null || !options.isEmpty()) {
                throw DiaboloException.user(
                        "option.in-vain",
                        Problem.of("nothing is fitted, so this has no effect")
                                .at(source != null ? "--data" : "--set sampler.*")
                                .remedy("name a sampler with --sampler, such as --sampler gaussian"));
            }
            return name == null ? model.sampler() : Optional.empty();
        }
        if (source == null) {
            throw DiaboloException.user(
                    "sampler.no-data",
                    Problem.of("a sampler is fitted to codes of data, and none are named")
                            .at("--sampler " + name)
                            .remedy("name data with --data, or fit it once with 'diabolo fit-sampler'"));
        }
        Dataset data = diabolo.data(source, settings.values(), model);
        return Optional.of(diabolo.fitSampler(model, name, options, data.train(), seed));
    }
}
