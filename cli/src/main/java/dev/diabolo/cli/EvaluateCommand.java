package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.BaselineReport;
import dev.diabolo.ClassificationReport;
import dev.diabolo.CodebookReport;
import dev.diabolo.Diabolo;
import dev.diabolo.LikelihoodReport;
import dev.diabolo.QualityReport;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.training.EvaluationReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diabolo evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Measures a model on data: the terms of its loss, MSE and MAE per value, PSNR, and of images SSIM; of variational models "
                        + "the evidence lower bound and its parts, active units, bits per dimension; where asked, what it generates; in the model's units, after scaling.")
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--baseline",
            paramLabel = "METHOD",
            description =
                    "Also measure a simpler method with codes of the same size: pca, fitted on the training part of the data.")
    private @Nullable Baseline baseline;

    @Mixin
    private LikelihoodOption likelihood = new LikelihoodOption();

    @Mixin
    private SampleOption generated = new SampleOption();

    @Mixin
    private GivenOption conditions = new GivenOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    enum Baseline {
        PCA
    }

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = conditions.conditioned(diabolo.load(model))) {
            Dataset whole = data.whole(diabolo, autoencoder);
            Examples examples = data.open(whole, autoencoder);
            EvaluationReport report = autoencoder.evaluate(examples);
            OptionalDouble ssim = autoencoder.encodes() && QualityReport.comparesImages(autoencoder.dataSpec())
                    ? autoencoder.measurements().quality(examples).ssim()
                    : OptionalDouble.empty();
            Optional<LikelihoodReport> likely = likelihood.measure(autoencoder, examples, output.quiet, console);
            Optional<CodebookReport> codebook = autoencoder.measurements().codebook(examples);
            Optional<ClassificationReport> classes = autoencoder.classification(examples);
            BaselineReport simpler =
                    baseline == null ? null : autoencoder.measurements().principalComponents(whole.train(), examples);
            boolean fittedOnMeasured = data.measuresTraining(whole);
            SampleOption.Measured samples = generated.measure(
                    diabolo,
                    autoencoder,
                    whole,
                    examples,
                    likelihood.seed(),
                    output.quiet ? note -> {} : console::message);
            if (output.json) {
                Map<String, Object> json = json(report, ssim, likely, codebook, classes, simpler, fittedOnMeasured);
                SampleOption.add(samples, json);
                console.json(json);
            } else {
                print(report, ssim, likely, codebook, classes, simpler, fittedOnMeasured);
                SampleOption.print(samples, console::print);
            }
        }
        return 0;
    }

    private static Map<String, Object> json(
            EvaluationReport report,
            OptionalDouble ssim,
            Optional<LikelihoodReport> likely,
            Optional<CodebookReport> codebook,
            Optional<ClassificationReport> classes,
            @Nullable BaselineReport simpler,
            boolean fittedOnMeasured) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("examples", report.examples());
        if (!Double.isNaN(report.mse())) {
            json.put("mse", report.mse());
            json.put("mae", report.mae());
            json.put("psnr", report.psnr());
        }
        ssim.ifPresent(value -> json.put("ssim", value));
        json.put("terms", terms(report, likely));
        likely.ifPresent(found -> LikelihoodOption.add(found, json));
        codebook.ifPresent(found -> {
            Map<String, Object> use = new LinkedHashMap<>();
            use.put("entries", found.entries());
            use.put("used", found.used());
            use.put("perplexity", found.perplexity());
            json.put("codebook", use);
        });
        classes.ifPresent(found -> {
            json.put(found.clusters() ? "clusteringError" : "classificationError", found.error());
            json.put("labelOfClass", found.labelOf());
        });
        if (simpler != null) {
            Map<String, Object> method = new LinkedHashMap<>();
            method.put("components", simpler.components());
            method.put("fittedOn", simpler.fittedOn());
            method.put("fittedOnMeasured", fittedOnMeasured);
            method.put("mse", simpler.mse());
            method.put("squaredError", simpler.squaredError());
            method.put("psnr", simpler.psnr());
            json.put(simpler.name(), method);
        }
        return json;
    }

    /** Those of the loss; the parts of the bound as the bound is measured, by as many samples. */
    private static Map<String, Double> terms(EvaluationReport report, Optional<LikelihoodReport> likely) {
        Map<String, Double> terms = new LinkedHashMap<>(report.terms());
        likely.ifPresent(found -> {
            terms.put("reconstruction", found.reconstruction());
            terms.put("kl", found.kl());
        });
        return terms;
    }

    private void print(
            EvaluationReport report,
            OptionalDouble ssim,
            Optional<LikelihoodReport> likely,
            Optional<CodebookReport> codebook,
            Optional<ClassificationReport> classes,
            @Nullable BaselineReport simpler,
            boolean fittedOnMeasured) {
        console.print("examples  " + report.examples());
        if (!Double.isNaN(report.mse())) {
            console.print("mse       " + TrainingProgress.number(report.mse()));
            console.print("mae       " + TrainingProgress.number(report.mae()));
            console.print("psnr      " + TrainingProgress.number(report.psnr()) + " dB");
        }
        ssim.ifPresent(value -> console.print("ssim      " + TrainingProgress.number(value)));
        terms(report, likely)
                .forEach((term, value) -> console.print("term " + term + "  " + TrainingProgress.number(value)));
        likely.ifPresent(found -> LikelihoodOption.lines(found).forEach(console::print));
        codebook.ifPresent(found -> console.print("codebook  " + found.used() + " of " + found.entries()
                + " entries used, perplexity " + TrainingProgress.number(found.perplexity())));
        classes.ifPresent(found -> console.print((found.clusters() ? "clustering error" : "classification error") + "  "
                + TrainingProgress.number(100 * found.error()) + " %"));
        if (simpler != null) {
            console.print(simpler.name() + " of " + Count.of(simpler.components(), "component") + ", fitted on "
                    + Count.of(simpler.fittedOn(), "example")
                    + (fittedOnMeasured ? ", the same that it is measured on, which favours it:" : ":"));
            console.print("mse       " + TrainingProgress.number(simpler.mse()) + "  (squared error of an example "
                    + TrainingProgress.number(simpler.squaredError()) + ")");
            console.print("psnr      " + TrainingProgress.number(simpler.psnr()) + " dB");
        }
    }
}
