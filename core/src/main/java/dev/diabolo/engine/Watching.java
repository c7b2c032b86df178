package dev.diabolo.engine;

import dev.diabolo.spi.Loss;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.WarningReport;
import dev.diabolo.spi.training.Watch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a loss finds wrong with the epochs of a run, once as long as it lasts. It depends on the reports alone: a run that goes on
 * shows it those that it has, and has the warnings of one never interrupted. For one thread.
 */
final class Watching {
    private final Loss loss;
    private final List<WarningReport> warnings = new ArrayList<>();
    private Set<String> lasting = Set.of();

    Watching(Loss loss) {
        this.loss = loss;
    }

    /** Looks at the next epoch; what is wrong with it that was not with the one before. */
    List<WarningReport> look(EpochReport report) {
        List<WarningReport> news = new ArrayList<>();
        Set<String> present = new HashSet<>();
        for (Watch watch : PluginCall.of("loss", loss, loss::watches)) {
            watch.look(report).ifPresent(warning -> {
                present.add(warning.code());
                if (!lasting.contains(warning.code())) {
                    news.add(new WarningReport(report.epoch(), warning));
                }
            });
        }
        lasting = present;
        warnings.addAll(news);
        return news;
    }

    /** All of the run. */
    List<WarningReport> warnings() {
        return List.copyOf(warnings);
    }
}
