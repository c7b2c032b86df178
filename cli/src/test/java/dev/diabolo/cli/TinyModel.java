package dev.diabolo.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Trainings that take no time: 200 rows of 6 values, a code of 2. */
final class TinyModel {
    static final String DATA = "random:200x6";

    private TinyModel() {}

    static Object[] arguments(Path out, Object... more) {
        List<Object> arguments = new ArrayList<>(List.of("train", "ae", "--data", DATA, "--out", out));
        arguments.addAll(List.of("--epochs", 1, "--set", "encoder.hidden=4", "--set", "latent=2"));
        arguments.addAll(List.of(more));
        return arguments.toArray();
    }

    /** Trains, and gives the model's file. */
    static Path in(Path out, Object... more) {
        Outcome.of(arguments(out, more)).succeeded();
        return out.resolve("model.dbl");
    }
}
