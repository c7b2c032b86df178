package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.spi.training.EvaluationReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code diabolo evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Measures a model on data: the terms of its loss, MSE and MAE per value, PSNR; in the model's units, after scaling.")
final class EvaluateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model file, *.dbl.")
    private Path model = Path.of("");

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private OutputOptions output = new OutputOptions();

    EvaluateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Diabolo diabolo = Host.open(console, output.quiet);
                Autoencoder autoencoder = diabolo.load(model)) {
            EvaluationReport report = autoencoder.evaluate(data.open(diabolo, autoencoder, null));
            if (output.json) {
                console.json(json(report));
            } else {
                print(report);
            }
        }
        return 0;
    }

    private static Map<String, Object> json(EvaluationReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("examples", report.examples());
        json.put("mse", report.mse());
        json.put("mae", report.mae());
        json.put("psnr", report.psnr());
        json.put("terms", report.terms());
        return json;
    }

    private void print(EvaluationReport report) {
        console.print("examples  " + report.examples());
        console.print("mse       " + TrainingProgress.number(report.mse()));
        console.print("mae       " + TrainingProgress.number(report.mae()));
        console.print("psnr      " + TrainingProgress.number(report.psnr()) + " dB");
        report.terms().forEach((term, value) -> console.print("term " + term + "  " + TrainingProgress.number(value)));
    }
}
