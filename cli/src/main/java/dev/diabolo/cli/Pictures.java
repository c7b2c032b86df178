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
import java.util.Map;
import java.util.Optional;

/** Pictures of what models do. */
final class Pictures {
    private static final int COLUMNS = 16;
    private static final int GROUPS_OF_ROWS = 3;
    private static final int SEQUENCES = 12;

    /** Steps of sequences beside each other, of which each is drawn two pixels wide. */
    private static final int MOST_ACROSS = 800;

    /** As many images as are worth a look. */
    static final int SEVERAL = COLUMNS * GROUPS_OF_ROWS;

    private Pictures() {}

    /**
     * As {@link #reconstructions}; of a model that restores corrupted data, as {@link #restorations}; of one that only generates,
     * what it generates.
     */
    static Optional<Picture> of(Autoencoder model, Examples examples) {
        if (!model.encodes()) {
            return isImage(model.dataSpec())
                    ? images(model.dataSpec(), first(model.generate(SEVERAL, 1), SEVERAL))
                    : Optional.empty();
        }
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
        if (isWide(spec)) {
            float[][] originals = first(examples, spec, SEQUENCES);
            return Optional.of(bands(spec, originals, reconstructed(model, examples, SEQUENCES)));
        }
        if (isSequence(spec)) {
            float[][] originals = first(examples, spec, SEQUENCES);
            return Optional.of(
                    new SequencePlot(spec, List.of(originals), List.of(reconstructed(model, examples, SEQUENCES))));
        }
        if (!isImage(spec)) {
            return Optional.empty();
        }
        float[][] originals = first(examples, spec, SEVERAL);
        return Optional.of(grid(spec, originals, reconstructed(model, examples, SEVERAL)));
    }

    /** The first of them, with their labels where the model is conditioned on these. */
    private static float[][] reconstructed(Autoencoder model, Examples examples, int most) {
        return first(model.reconstruct(examples), most).toArray(float[][]::new);
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
        float[][] restored;
        try (CorruptedExamples spoilt = model.corrupt(examples, corruption, seed)) {
            corrupted = first(spoilt, spec, most);
            restored = first(model.restore(spoilt), most).toArray(float[][]::new);
        }
        if (isWide(spec)) {
            return Optional.of(bands(spec, originals, corrupted, restored));
        }
        return Optional.of(
                isSequence(spec)
                        ? new SequencePlot(spec, List.of(originals), List.of(restored))
                        : grid(spec, originals, corrupted, restored));
    }

    private static boolean isSequence(TensorSpec spec) {
        return spec.rank() == 2;
    }

    /** A sequence of more features than lines can be told apart, such as the bands of a sound. */
    private static boolean isWide(TensorSpec spec) {
        return isSequence(spec) && spec.dimension(0) > SequencePlot.MOST_FEATURES;
    }

    /** Sequences as grey images: time goes to the right, and the first feature is at the bottom. */
    private static Picture bands(TensorSpec spec, float[][]... kinds) {
        int features = (int) spec.dimension(0);
        int steps = (int) spec.dimension(1);
        TensorSpec image = TensorSpec.of(1, features, steps);
        int across = Math.max(1, Math.min(COLUMNS, MOST_ACROSS / steps));
        float[][][] upright = new float[kinds.length][][];
        for (int kind = 0; kind < kinds.length; kind++) {
            upright[kind] = new float[kinds[kind].length][features * steps];
            for (int i = 0; i < kinds[kind].length; i++) {
                for (int feature = 0; feature < features; feature++) {
                    System.arraycopy(
                            kinds[kind][i], feature * steps, upright[kind][i], (features - 1 - feature) * steps, steps);
                }
            }
        }
        return grid(image, across, upright);
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
        return grid(spec, COLUMNS, kinds);
    }

    private static ImageGrid grid(TensorSpec spec, int columns, float[][]... kinds) {
        List<List<float[]>> rows = new ArrayList<>();
        int count = kinds[0].length;
        for (int from = 0; from < count; from += columns) {
            for (float[][] kind : kinds) {
                rows.add(List.of(kind).subList(from, Math.min(count, from + columns)));
            }
        }
        return new ImageGrid(spec, rows, kinds.length);
    }

    /** Images in rows; empty where the data are none of one or three channels. */
    static Optional<Picture> grid(TensorSpec spec, List<List<float[]>> rows, int group) {
        return isImage(spec) ? Optional.of(new ImageGrid(spec, rows, group)) : Optional.empty();
    }

    /**
     * Images of a model, one after the other, as bright as its data are; empty where the data are none of one or three channels.
     */
    static Optional<Picture> images(Autoencoder model, List<float[]> images) {
        TensorSpec spec = model.dataSpec();
        return isImage(spec)
                ? Optional.of(new ImageGrid(spec, inRows(images), 1, model.dataRange()))
                : Optional.empty();
    }

    /** Images one after the other; empty where the data are none of one or three channels. */
    static Optional<Picture> images(TensorSpec spec, List<float[]> images) {
        return grid(spec, inRows(images), 1);
    }

    private static List<List<float[]>> inRows(List<float[]> images) {
        List<List<float[]>> rows = new ArrayList<>();
        for (int from = 0; from < images.size(); from += COLUMNS) {
            rows.add(images.subList(from, Math.min(images.size(), from + COLUMNS)));
        }
        return rows;
    }

    /** Draws the first of rows that are images of a model, and tells of it. */
    static void write(Rows rows, Autoencoder model, Path file, OutputOptions output, Console console) {
        Picture grid = images(model, first(rows, SEVERAL)).orElseThrow(() -> noImages(file));
        grid.write(file);
        if (output.json) {
            console.json(Map.of("file", file.toString(), "images", grid.pairs()));
        } else {
            console.print(
                    (grid.pairs() < rows.size() ? "the first " : "") + Count.of(grid.pairs(), "image") + " in " + file);
        }
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
                        .at(file.toString())
                        .allowed("a name that ends in .npy or .csv"));
    }
}
