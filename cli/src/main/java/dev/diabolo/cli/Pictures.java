package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures of what models do. */
final class Pictures {
    private static final int COLUMNS = 16;
    private static final int GROUPS_OF_ROWS = 3;
    static final String RECONSTRUCTIONS = "originals above reconstructions";
    static final String RESTORATIONS = "originals above corrupted above restored";

    private Pictures() {}

    /** As {@link #reconstructions}; of a model that restores corrupted data, as {@link #restorations}. */
    static Optional<ImageGrid> of(Autoencoder model, Examples examples) {
        return model.corruption()
                .filter(corruption -> !corruption.augments())
                .map(corruption -> restorations(model, examples, corruption, 1))
                .orElseGet(() -> reconstructions(model, examples));
    }

    /** What {@link #of} shows, from top to bottom. */
    static String caption(Autoencoder model) {
        boolean restores =
                model.corruption().filter(corruption -> !corruption.augments()).isPresent();
        return restores ? RESTORATIONS : RECONSTRUCTIONS;
    }

    /** Originals above reconstructions, a few rows of each; empty where the data are no images of one or three channels. */
    static Optional<ImageGrid> reconstructions(Autoencoder model, Examples examples) {
        if (!drawable(model)) {
            return Optional.empty();
        }
        float[][] originals = first(examples, model.dataSpec());
        return Optional.of(grid(model.dataSpec(), originals, model.reconstruct(originals)));
    }

    /** Originals above what a corruption makes of them, above what the model makes of that; empty likewise. */
    static Optional<ImageGrid> restorations(Autoencoder model, Examples examples, Corruption corruption, long seed) {
        if (!drawable(model)) {
            return Optional.empty();
        }
        float[][] originals = first(examples, model.dataSpec());
        float[][] corrupted = first(model.corrupt(examples, corruption, seed), model.dataSpec());
        return Optional.of(grid(model.dataSpec(), originals, corrupted, model.reconstruct(corrupted)));
    }

    private static boolean drawable(Autoencoder model) {
        TensorSpec spec = model.dataSpec();
        return spec.rank() == 3 && (spec.dimension(0) == 1 || spec.dimension(0) == 3);
    }

    private static float[][] first(Examples examples, TensorSpec spec) {
        float[][] rows = new float[Math.min(examples.size(), COLUMNS * GROUPS_OF_ROWS)][spec.size()];
        for (int i = 0; i < rows.length; i++) {
            examples.read(i, rows[i], 0);
        }
        return rows;
    }

    /** A row of each kind, and again. */
    private static ImageGrid grid(TensorSpec spec, float[][]... kinds) {
        List<List<float[]>> rows = new ArrayList<>();
        int count = kinds[0].length;
        for (int from = 0; from < count; from += COLUMNS) {
            for (float[][] kind : kinds) {
                rows.add(List.of(kind).subList(from, Math.min(count, from + COLUMNS)));
            }
        }
        return new ImageGrid(spec, rows, kinds.length);
    }
}
