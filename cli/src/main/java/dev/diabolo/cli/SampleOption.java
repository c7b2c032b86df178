package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Classifier;
import dev.diabolo.Diabolo;
import dev.diabolo.GenerationReport;
import dev.diabolo.ParzenReport;
import dev.diabolo.PriorReport;
import dev.diabolo.SampleEvaluation;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How what a model generates is measured. */
final class SampleOption {
    private static final int USUAL = 10_000;
    /** A longer wait is told of. */
    private static final long LONG_SECONDS = 20;

    @Option(
            names = "--samples",
            paramLabel = "N",
            description = "How many examples --parzen and --classes generate; " + USUAL + " by default.")
    private @Nullable Integer samples;

    @Option(
            names = "--parzen",
            description =
                    "Also estimate the log-likelihood by a Gaussian window around each generated example, its width chosen on validation data.")
    private boolean parzen;

    @Option(
            names = "--prior",
            description =
                    "Also compare codes with the prior, or the sampler in the model: mean discrepancy, and a classifier that tells them apart.")
    private boolean prior;

    @Option(
            names = "--classes",
            description =
                    "Also compare generated examples with data as a classifier sees them, trained on the labels of the training part.")
    private boolean classes;

    @Option(names = "--generation", description = "Whatever is possible of --parzen, --prior and --classes.")
    private boolean all;

    /**
     * What was measured.
     *
     * @param leftOut what was not, and why
     */
    record Measured(
            Optional<ParzenReport> parzen,
            Optional<PriorReport> prior,
            Optional<GenerationReport> classes,
            Map<String, String> leftOut) {}

    /**
     * Measures what was asked for.
     *
     * @param whole the data set that the examples are of
     * @param notes hears of what takes long
     */
    Measured measure(
            Diabolo diabolo, Autoencoder model, Dataset whole, Examples examples, long seed, Consumer<String> notes) {
        requireEffect();
        Map<String, String> leftOut = new LinkedHashMap<>();
        if (!(parzen || prior || classes || all)) {
            return new Measured(Optional.empty(), Optional.empty(), Optional.empty(), leftOut);
        }
        SampleEvaluation evaluation = model.samples(samples == null ? USUAL : samples, seed);
        Optional<ParzenReport> likelihood =
                ifPossible("parzen", parzen, leftOut, () -> parzen(evaluation, whole, examples, notes));
        Optional<PriorReport> codes = ifPossible("prior", prior, leftOut, () -> evaluation.prior(examples));
        Optional<GenerationReport> seen = ifPossible("classes", classes, leftOut, () -> {
            int workers = model.settings().get("workers") instanceof Number given ? given.intValue() : 0;
            try (Classifier classifier = diabolo.classifier(whole.train(), seed, workers)) {
                return evaluation.compare(classifier, examples);
            }
        });
        return new Measured(likelihood, codes, seen, leftOut);
    }

    private void requireEffect() {
        if (samples != null && !(parzen || classes || all)) {
            throw DiaboloException.user(
                    "option.in-vain",
                    Problem.of("no examples are generated, so their number has no effect")
                            .at("--samples")
                            .remedy("say what to measure on them: --parzen, --classes or --generation"));
        }
    }

    /** What was asked for by name fails where it is not possible; what was asked for as one of all is left out. */
    private <R> Optional<R> ifPossible(
            String name, boolean asked, Map<String, String> leftOut, Supplier<R> measurement) {
        if (!asked && !all) {
            return Optional.empty();
        }
        try {
            return Optional.of(measurement.get());
        } catch (DiaboloException impossible) {
            if (asked || impossible.kind() != ErrorKind.USER) {
                throw impossible;
            }
            leftOut.put(name, impossible.getMessage());
            return Optional.empty();
        }
    }

    private static ParzenReport parzen(
            SampleEvaluation evaluation, Dataset whole, Examples examples, Consumer<String> notes) {
        Examples train = whole.train();
        Examples others = examples == train ? evaluation.withoutValidation(train) : examples;
        return evaluation.parzen(evaluation.validation(train), others, expected -> tell(expected, notes));
    }

    private static void tell(Duration expected, Consumer<String> notes) {
        if (expected.toSeconds() >= LONG_SECONDS) {
            notes.accept("the Parzen window will take about " + (expected.toSeconds() + 30) / 60 + " min more");
        }
    }

    static void add(Measured measured, Map<String, Object> json) {
        measured.parzen().ifPresent(found -> {
            json.put("parzen", found.logLikelihood());
            json.put("parzenError", found.standardError());
            json.put("parzenWidth", found.width());
            json.put("parzenValidation", found.validation());
            json.put("parzenExamples", found.examples());
        });
        measured.prior().ifPresent(found -> {
            json.put("priorSource", found.source());
            json.put("priorMmd", found.mmd());
            json.put("priorMmdThreshold", found.mmdThreshold());
            json.put("priorMmdCodes", found.mmdCodes());
            json.put("classifierError", found.classifierError());
            json.put("classifierErrorDeviation", found.classifierDeviation());
            json.put("priorCodes", found.codes());
        });
        measured.classes().ifPresent(found -> {
            json.put("classifierAccuracy", found.classifierAccuracy());
            json.put("frechet", found.frechet());
            json.put("frechetOfTraining", found.frechetOfTraining());
            json.put("precision", found.precision());
            json.put("recall", found.recall());
            json.put("coverage", found.coverage());
            json.put("classEntropy", found.classEntropy());
            json.put("classEntropyOfData", found.classEntropyOfData());
            json.put("classCounts", found.classCounts());
            found.recognised().ifPresent(share -> json.put("recognised", share));
        });
        samples(measured).ifPresent(count -> json.put("samples", count));
        if (!measured.leftOut().isEmpty()) {
            json.put("leftOut", measured.leftOut());
        }
    }

    private static Optional<Integer> samples(Measured measured) {
        return measured.parzen()
                .map(ParzenReport::samples)
                .or(() -> measured.classes().map(GenerationReport::samples));
    }

    static void print(Measured measured, Consumer<String> lines) {
        samples(measured).ifPresent(count -> lines.accept("of " + count + " generated examples:"));
        measured.parzen().ifPresent(found -> {
            lines.accept("parzen    " + number(found.logLikelihood()) + " nats, standard error "
                    + number(found.standardError()) + ", width " + number(found.width())
                    + (found.widthAtLimit() ? ", at the limit of what there is to choose from" : "") + " chosen on "
                    + found.validation() + " validation examples");
        });
        measured.classes().ifPresent(found -> {
            lines.accept("frechet   " + number(found.frechet()) + " by features of our own classifier (no FID), "
                    + number(found.frechetOfTraining()) + " of training data; its accuracy is "
                    + number(found.classifierAccuracy()));
            lines.accept("precision " + number(found.precision()) + "  recall " + number(found.recall())
                    + "  coverage of classes " + number(found.coverage()));
            lines.accept("class entropy  " + number(found.classEntropy()) + " nats, "
                    + number(found.classEntropyOfData()) + " of data");
            lines.accept("classes   " + found.classCounts());
            found.recognised()
                    .ifPresent(share -> lines.accept(
                            "recognised  " + number(share) + " of them as the label that they were made for"));
        });
        measured.prior().ifPresent(found -> {
            lines.accept("codes and " + found.source() + ":");
            lines.accept("mmd       " + number(found.mmd()) + ", by chance below " + number(found.mmdThreshold())
                    + " in 95 of 100, of " + found.mmdCodes() + " codes");
            lines.accept("classifier error  " + number(found.classifierError()) + ", by chance 0.5 +- "
                    + number(found.classifierDeviation()) + ", of " + found.codes() + " codes");
        });
        measured.leftOut().forEach((name, why) -> lines.accept("without --" + name + ": " + why));
    }

    private static String number(double value) {
        return TrainingProgress.number(value);
    }
}
