package dev.diabolo;

import dev.diabolo.engine.Checkpoints;
import dev.diabolo.engine.RunState;
import dev.diabolo.model.ModelArchive;
import dev.diabolo.model.ModelDocument;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Where the state of a run is kept.
 *
 * @param every the time between two states, at the least
 */
record CheckpointFile(Path file, Duration every) {
    /** Keeps the state of a run that is described so. */
    Checkpoints of(ModelDocument document) {
        return new Checkpoints() {
            private long next = System.nanoTime() + every.toNanos();

            @Override
            public boolean isDue() {
                return System.nanoTime() >= next;
            }

            @Override
            public void save(RunState state) {
                ModelArchive.write(file, new ModelArchive.Content(document, state.arrays(), state.numbers()));
                next = System.nanoTime() + every.toNanos();
            }
        };
    }
}
