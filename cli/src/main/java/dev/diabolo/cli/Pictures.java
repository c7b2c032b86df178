package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.CorruptedExamples;
import dev.diabolo.Rows;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures of what models do. */
final class Pictures {
    private static final int COLUMNS = 16;
    private static final int GROUPS_OF_ROWS = 3;
    private static final int SEQUENCES = 12;

    /** As many images as are worth a look. */
    static final int SEVERAL = COLUMNS * GROUPS_OF_ROWS;

    private Pictures() {}

    /** As {@link #reconstructions}; of a model that restores corrupted data, as {@link #restorations}. */
    static Optional<Picture> of(Autoencoder model, Examples examples) {
        return model.corruption()
                .filter(corruption -> corruption.purpose() == Corruption.Purpose.RESTORATION)
                .map(corruption -> restorations(model, examples, corruption, 1))
                .orElseGet(() -> reconstructions(model, examples));
    }

    /**
     * Images of one or three channels as originals above reconstructions, a few rows of each; sequences as lines; empty for
     * other data.
     */
    static Optional<Picture> reconstructions(Autoencoder model, Examples examples) {
        TensorSpec spec = model.dataSpec();
        if (isSequence(spec)) {
            float[][] originals = first(examples, spec, SEQUENCES);
            return Optional.of(new SequencePlot(spec, List.of(originals), List.of(model.reconstruct(originals))));
        }
        if (!isImage(spec)) {
            return Optional.empty();
        }
        float[][] originals = first(examples, spec, SEVERAL);
        return Optional.of(grid(spec, originals, model.reconstruct(originals)));
    }

    /**
     * Images above what a corruption makes of them, above what the model makes of that; sequences and what is restored of them
     * as lines; empty for other data.
     */
    static Optional<Picture> restorations(Autoencoder model, Examples examples, Corruption corruption, long seed) {
        TensorSpec spec = model.dataSpec();
        if (!isSequence(spec) && !isImage(spec)) {
            return Optional.empty();
        }
        int most = isSequence(spec) ? SEQUENCES : SEVERAL;
        float[][] originals = first(examples, spec, most);
        float[][] corrupted;
        try (CorruptedExamples spoilt = model.corrupt(examples, corruption, seed)) {
            corrupted = first(spoilt, spec, most);
        }
        float[][] restored = model.reconstruct(corrupted);
        return Optional.of(
                isSequence(spec)
                        ? new SequencePlot(spec, List.of(originals), List.of(restored))
                        : grid(spec, originals, corrupted, restored));
    }

    private static boolean isSequence(TensorSpec spec) {
        return spec.rank() == 2;
    }

    private static boolean isImage(TensorSpec spec) {
        return spec.rank() == 3 && (spec.dimension(0) == 1 || spec.dimension(0) == 3);
    }

    private static float[][] first(Examples examples, TensorSpec spec, int most) {
        float[][] first = new float[Math.min(examples.size(), most)][spec.size()];
        for (int i = 0; i < first.length; i++) {
            examples.read(i, first[i], 0);
        }
        return first;
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

    /** Images in rows; empty where the data are none of one or three channels. */
    static Optional<Picture> grid(TensorSpec spec, List<List<float[]>> rows, int group) {
        return isImage(spec) ? Optional.of(new ImageGrid(spec, rows, group)) : Optional.empty();
    }

    /** Images one after the other; empty where the data are none of one or three channels. */
    static Optional<Picture> images(TensorSpec spec, List<float[]> images) {
        List<List<float[]>> rows = new ArrayList<>();
        for (int from = 0; from < images.size(); from += COLUMNS) {
            rows.add(images.subList(from, Math.min(images.size(), from + COLUMNS)));
        }
        return grid(spec, rows, 1);
    }

    static float[] read(Examples examples, int row) {
        float[] values = new float[examples.spec().size()];
        examples.read(row, values, 0);
        return values;
    }

    static List<float[]> first(Rows rows, int most) {
        List<float[]> first = new ArrayList<>();
        for (float[] row : rows) {
            if (first.size() == most) {
                break;
            }
            first.add(row);
        }
        return first;
    }

    static DiaboloException noImages(Path file) {
        return DiaboloException.user(
                "output.no-images",
                Problem.of("these data are no images, so there is no picture to draw")
                        .at(file.toString()));
    }
}
