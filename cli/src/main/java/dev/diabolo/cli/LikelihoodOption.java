package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.LikelihoodReport;
import dev.diabolo.Measurements;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Option;

/** How the likelihood of data is measured. */
final class LikelihoodOption {
    @Option(
            names = "--elbo-samples",
            paramLabel = "N",
            defaultValue = "1",
            description = "Samples of each example's code for the evidence lower bound; ${DEFAULT-VALUE} by default.")
    private int boundSamples;

    @Option(
            names = "--nll-samples",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "Also estimate the negative log-likelihood, by so many importance samples of each example; 5000 is what papers take.")
    private int nllSamples;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Of the samples; ${DEFAULT-VALUE} by default.")
    private long seed;

    long seed() {
        return seed;
    }

    /**
     * Empty where the model is not variational.
     *
     * @param console shows a bar while importance samples are drawn, where a person watches
     */
    Optional<LikelihoodReport> measure(Autoencoder model, Examples examples, boolean quiet, Console console) {
        Limits.within("--elbo-samples", boundSamples, 1, Measurements.MOST_SAMPLES);
        Limits.within("--nll-samples", nllSamples, 0, Measurements.MOST_SAMPLES);
        Optional<LikelihoodReport> report = nllSamples > 0 && !quiet && Terminal.interactive()
                ? shown(model, examples, console)
                : likelihood(model, examples, count -> {});
        if (report.isEmpty() && nllSamples > 0) {
            throw DiaboloException.user(
                    "option.in-vain",
                    Problem.of(
                                    "the likelihood of data cannot be estimated: this model has no prior, or a posterior without density")
                            .at("--nll-samples")
                            .remedy("leave it out, or train a variational autoencoder, such as the recipe vae"));
        }
        return report;
    }

    private Optional<LikelihoodReport> shown(Autoencoder model, Examples examples, Console console) {
        try (ProgressBar bar = Terminal.bar("likelihood", examples.size(), console)) {
            return likelihood(model, examples, bar::stepBy);
        }
    }

    private Optional<LikelihoodReport> likelihood(Autoencoder model, Examples examples, IntConsumer estimated) {
        return model.measurements().likelihood(examples, boundSamples, nllSamples, seed, estimated);
    }

    static void add(LikelihoodReport report, Map<String, Object> json) {
        json.put("negativeElbo", report.negativeElbo());
        if (!report.klPerDimension().isEmpty()) {
            json.put("klPerDimension", report.klPerDimension());
        }
        report.nll().ifPresent(nll -> json.put("nll", nll));
        json.put("activeUnits", report.activeUnits());
        json.put("units", report.units());
        json.put("bitsPerDimension", report.bitsPerDimension());
    }

    static List<String> lines(LikelihoodReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("negative elbo  " + TrainingProgress.number(report.negativeElbo()) + " nats");
        report.nll()
                .ifPresent(nll ->
                        lines.add("nll       " + TrainingProgress.number(nll) + " nats, by importance sampling"));
        lines.add("active units  " + report.activeUnits() + " of " + report.units());
        lines.add("bits per dimension  " + TrainingProgress.number(report.bitsPerDimension()) + ", of the "
                + (report.nll().isPresent() ? "nll" : "negative elbo")
                + " of scaled values, without correction for quantised data");
        return lines;
    }
}
