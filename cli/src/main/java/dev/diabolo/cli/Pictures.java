package dev.diabolo.cli;

import dev.diabolo.Autoencoder;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pictures of what models do. */
final class Pictures {
    private static final int COLUMNS = 16;
    private static final int PAIRS_OF_ROWS = 3;

    private Pictures() {}

    /** Originals above reconstructions, a few rows of each; empty where the data are no images of one or three channels. */
    static Optional<ImageGrid> reconstructions(Autoencoder model, Examples examples) {
        TensorSpec spec = model.dataSpec();
        if (spec.rank() != 3 || (spec.dimension(0) != 1 && spec.dimension(0) != 3)) {
            return Optional.empty();
        }
        int count = Math.min(examples.size(), COLUMNS * PAIRS_OF_ROWS);
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
}
