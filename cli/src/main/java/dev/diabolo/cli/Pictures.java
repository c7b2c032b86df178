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
    private static final int SEQUENCES = 12;

    private Pictures() {}

    /**
     * Images of one or three channels as originals above reconstructions, a few rows of each; sequences as lines; empty for
     * other data.
     */
    static Optional<Picture> reconstructions(Autoencoder model, Examples examples) {
        TensorSpec spec = model.dataSpec();
        if (spec.rank() == 2) {
            float[][] originals = first(examples, spec, SEQUENCES);
            return Optional.of(new SequencePlot(spec, List.of(originals), List.of(model.reconstruct(originals))));
        }
        if (spec.rank() != 3 || (spec.dimension(0) != 1 && spec.dimension(0) != 3)) {
            return Optional.empty();
        }
        float[][] originals = first(examples, spec, COLUMNS * PAIRS_OF_ROWS);
        float[][] restored = model.reconstruct(originals);
        List<List<float[]>> rows = new ArrayList<>();
        for (int from = 0; from < originals.length; from += COLUMNS) {
            int to = Math.min(originals.length, from + COLUMNS);
            rows.add(List.of(originals).subList(from, to));
            rows.add(List.of(restored).subList(from, to));
        }
        return Optional.of(new ImageGrid(spec, rows, 2));
    }

    private static float[][] first(Examples examples, TensorSpec spec, int most) {
        float[][] first = new float[Math.min(examples.size(), most)][spec.size()];
        for (int i = 0; i < first.length; i++) {
            examples.read(i, first[i], 0);
        }
        return first;
    }
}
