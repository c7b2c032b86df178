package dev.diabolo.cli;

import dev.diabolo.TrainingResult;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.EvaluationReport;
import dev.diabolo.spi.training.PhaseReport;
import dev.diabolo.spi.training.WarningReport;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What {@code diabolo train --json} prints. */
final class TrainingReport {
    private TrainingReport() {}

    static Map<String, Object> json(String recipe, TrainingResult result, Path model) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("model", model.toString());
        json.put("recipe", recipe);
        json.put("epochs", result.epochs().size());
        json.put("bestEpoch", result.bestEpoch());
        json.put("steps", result.steps());
        json.put("seconds", result.seconds());
        json.put("samplesPerSecond", samplesPerSecond(result));
        result.best().ifPresent(best -> {
            json.put("train", train(best));
            best.validation().ifPresent(validation -> json.put("validation", validation(validation)));
        });
        json.put(
                "warnings",
                result.warnings().stream().map(TrainingReport::warning).toList());
        json.put("stopped", result.stopped());
        json.put("ending", result.ending().name().toLowerCase(Locale.ROOT));
        return json;
    }

    private static double samplesPerSecond(TrainingResult result) {
        return result.epochs().stream()
                .mapToDouble(EpochReport::samplesPerSecond)
                .average()
                .orElse(0);
    }

    private static Map<String, Object> warning(WarningReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("epoch", report.epoch());
        json.put("code", report.warning().code());
        json.put("message", report.warning().problem().message());
        return json;
    }

    private static Map<String, Object> train(EpochReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("loss", report.loss());
        json.put("terms", report.terms());
        if (!report.phases().isEmpty()) {
            Map<String, Object> phases = new LinkedHashMap<>();
            report.phases().forEach((name, phase) -> phases.put(name, phase(phase)));
            json.put("phases", phases);
        }
        return json;
    }

    private static Map<String, Object> phase(PhaseReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("steps", report.steps());
        json.put("skipped", report.skipped());
        json.put("gradientNorm", report.gradientNorm());
        return json;
    }

    private static Map<String, Object> validation(EvaluationReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("loss", report.loss());
        json.put("terms", report.terms());
        if (!Double.isNaN(report.mse())) {
            json.put("mse", report.mse());
        }
        return json;
    }
}
