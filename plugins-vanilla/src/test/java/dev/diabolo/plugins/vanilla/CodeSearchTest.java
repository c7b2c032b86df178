package dev.diabolo.plugins.vanilla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.Neighbour;
import dev.diabolo.ProgressListener;
import dev.diabolo.Similarity;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeSearchTest {
    private static final int WIDTH = 6;

    /** Data may be larger than memory, and so may the rows that others are looked for. */
    @Test
    void rowsAreReadBlockByBlockAndNotHeld() {
        float[][] rows = rows(3000);
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            Autoencoder model = diabolo.training("ae")
                    .set("encoder.hidden", 5)
                    .set("latent", 2)
                    .epochs(1)
                    .train(diabolo.data(rows));
            Watched data = new Watched(rows);
            List<Integer> all = IntStream.range(0, rows.length).boxed().toList();

            List<List<Neighbour>> found =
                    model.search(data, Similarity.EUCLIDEAN).nearRows(all, 1);

            assertThat(data.targets).hasSizeLessThan(rows.length / 10);
            List<List<Neighbour>> some =
                    model.search(data, Similarity.EUCLIDEAN).nearRows(List.of(2999, 7), 1);
            assertThat(some.get(0).get(0).row())
                    .isEqualTo(found.get(2999).get(0).row());
            assertThat(some.get(1).get(0).row())
                    .isEqualTo(found.get(7).get(0).row())
                    .isNotEqualTo(7);
        }
    }

    /** Knows into how many arrays it was read. */
    private static final class Watched implements Examples {
        private final float[][] rows;
        private final Set<float[]> targets =
                Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

        Watched(float[][] rows) {
            this.rows = rows;
        }

        @Override
        public TensorSpec spec() {
            return TensorSpec.of(WIDTH);
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public void read(int index, float[] target, int offset) {
            targets.add(target);
            System.arraycopy(rows[index], 0, target, offset, WIDTH);
        }
    }

    private static float[][] rows(int count) {
        SplittableRandom random = new SplittableRandom(3);
        float[][] rows = new float[count][WIDTH];
        for (float[] row : rows) {
            for (int i = 0; i < WIDTH; i++) {
                row[i] = (float) random.nextDouble();
            }
        }
        return rows;
    }
}
