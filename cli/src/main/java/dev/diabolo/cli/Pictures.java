package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.Rows;
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
    private static final int PAIRS_OF_ROWS = 3;

    /** As many images as are worth a look. */
    static final int SEVERAL = COLUMNS * PAIRS_OF_ROWS;

    private Pictures() {}

    /** Originals above reconstructions, a few rows of each; empty where the data are no images of one or three channels. */
    static Optional<ImageGrid> reconstructions(Autoencoder model, Examples examples) {
        TensorSpec spec = model.dataSpec();
        if (!drawable(spec)) {
            return Optional.empty();
        }
        int count = Math.min(examples.size(), SEVERAL);
        float[][] originals = new float[count][spec.size()];
        for (int i = 0; i < count; i++) {
            examples.read(i, originals[i], 0);
        }
        float[][] restored = model.reconstruct(originals);
        List<List<float[]>> rows = new ArrayList<>();
        for (int from = 0; from < count; from += COLUMNS) {
            int to = Math.min(count, from + COLUMNS);
            rows.add(List.of(originals).subList(from, to));
            rows.add(List.of(restored).subList(from, to));
        }
        return Optional.of(new ImageGrid(spec, rows, 2));
    }

    /** Images in rows; empty where the data are none of one or three channels. */
    static Optional<ImageGrid> grid(TensorSpec spec, List<List<float[]>> rows, int group) {
        return drawable(spec) ? Optional.of(new ImageGrid(spec, rows, group)) : Optional.empty();
    }

    /** Images one after the other; empty where the data are none of one or three channels. */
    static Optional<ImageGrid> images(TensorSpec spec, List<float[]> images) {
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

    private static boolean drawable(TensorSpec spec) {
        return spec.rank() == 3 && (spec.dimension(0) == 1 || spec.dimension(0) == 3);
    }
}
