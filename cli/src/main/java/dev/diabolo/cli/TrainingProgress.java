package dev.diabolo.cli;

import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.EvaluationReport;
import dev.diabolo.spi.training.PhaseReport;
import dev.diabolo.spi.training.TrainingListener;
import dev.diabolo.spi.training.TrainingWarning;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import org.jspecify.annotations.Nullable;

/** Shows a training run: a bar for each epoch on a terminal, a line for each epoch everywhere. */
final class TrainingProgress implements TrainingListener, AutoCloseable {
    private final Console console;
    private final boolean bars = Terminal.interactive();
    private int epochs;
    private int stepsPerEpoch;
    private @Nullable ProgressBar bar;

    TrainingProgress(Console console) {
        this.console = console;
    }

    @Override
    public void started(int epochs, int stepsPerEpoch, long parameters) {
        this.epochs = epochs;
        this.stepsPerEpoch = stepsPerEpoch;
        console.message(
                count(parameters, "parameter") + ", " + count(epochs, "epoch") + " of " + count(stepsPerEpoch, "step"));
    }

    private static String count(long number, String things) {
        return String.format(Locale.ROOT, "%,d %s%s", number, things, number == 1 ? "" : "s");
    }

    @Override
    public void step(int epoch, int step, double loss) {
        if (!bars) {
            return;
        }
        if (bar == null) {
            bar = Terminal.bar("epoch " + epoch + "/" + epochs, stepsPerEpoch, console);
        }
        bar.stepTo(step);
        bar.setExtraMessage("loss " + number(loss));
    }

    @Override
    public void epoch(EpochReport report) {
        close();
        StringBuilder line = new StringBuilder();
        line.append("epoch ").append(report.epoch()).append('/').append(epochs);
        report.stage().ifPresent(stage -> line.append("  ").append(stage));
        line.append("  loss ").append(number(report.loss()));
        if (report.terms().size() > 1) {
            report.terms()
                    .forEach((term, value) ->
                            line.append("  ").append(term).append(' ').append(number(value)));
        }
        report.validation().ifPresent(validation -> line.append(text(validation)));
        if (report.phases().size() > 1) {
            report.phases().forEach((name, phase) -> line.append(text(name, phase)));
        }
        line.append(String.format(Locale.ROOT, "  %,.0f/s", report.samplesPerSecond()));
        console.message(line.toString());
    }

    /** Where phases contend, what each pulls with. */
    private static String text(String name, PhaseReport phase) {
        return "  " + name + " gradient " + number(phase.gradientNorm())
                + (phase.skipped() == 0 ? "" : " (" + phase.skipped() + " turns skipped)");
    }

    @Override
    public void warning(int epoch, TrainingWarning warning) {
        close();
        console.message("warning: " + warning.problem().message());
    }

    /** Where the loss is the mean squared error, one number says both; where the model does not encode, there is no other. */
    private static String text(EvaluationReport validation) {
        boolean same = Double.isNaN(validation.mse())
                || Math.abs(validation.mse() - validation.loss()) <= 1e-4 * Math.abs(validation.loss());
        return "  validation " + number(validation.loss())
                + (same ? "" : "  validation mse " + number(validation.mse()));
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
