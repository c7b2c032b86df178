package dev.diabolo.plugins.adversarial.prior.samples;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.SpiVersion;
import java.nio.file.Path;

/**
 * Codes drawn from the rows of a NPY or CSV file, with normal noise where that is asked for. The model keeps the rows.
 *
 * <p><b>Shapes:</b> codes of as many numbers as a row has.
 *
 * <p><b>Formula:</b> {@code p(z) = 1/n sum_i N(z; row_i, deviation^2)}; without deviation there is no density.
 */
public final class SamplesPriorProvider implements PriorProvider<SamplesPriorOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("adversarial", "samples");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<SamplesPriorOptions> optionsType() {
        return SamplesPriorOptions.class;
    }

    @Override
    public String summary() {
        return "the rows of a file, each as likely as any other";
    }

    @Override
    public Prior create(SamplesPriorOptions options) {
        return new SamplesPrior(options);
    }

    /** The file's rows go into the options. */
    @Override
    public SamplesPriorOptions selfContained(SamplesPriorOptions options) {
        if (options.file().isEmpty()) {
            return options;
        }
        SampleFile file = SampleFile.read(Path.of(options.file()));
        return new SamplesPriorOptions(options.file(), options.deviation(), file.values(), file.width());
    }
}
