package dev.diabolo;

import dev.diabolo.engine.Checkpoints;
import dev.diabolo.engine.RunState;
import dev.diabolo.model.ModelArchive;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.training.TrainingWarning;
import dev.diabolo.spi.training.WarningReport;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Where the state of a run is kept.
 *
 * @param every the time between two states, at the least
 */
record CheckpointFile(Path file, Duration every) {
    /**
     * Keeps the state of a run.
     *
     * @param document that describes it
     * @param warnings is told where the state cannot be saved: that is no reason to end the run
     */
    Checkpoints of(ModelDocument document, Consumer<WarningReport> warnings) {
        return new Checkpoints() {
            private long next = System.nanoTime() + every.toNanos();

            @Override
            public boolean isDue() {
                return System.nanoTime() >= next;
            }

            @Override
            public void save(RunState state) {
                try {
                    ModelArchive.write(file, new ModelArchive.Content(document, state.arrays(), state.numbers()));
                } catch (DiaboloException failure) {
                    failure.problems()
                            .forEach(problem -> warnings.accept(new WarningReport(
                                    state.epoch(), new TrainingWarning("training.checkpoint-not-written", problem))));
                }
                next = System.nanoTime() + every.toNanos();
            }
        };
    }
}
