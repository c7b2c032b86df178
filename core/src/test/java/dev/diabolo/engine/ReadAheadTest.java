package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadAheadTest {
    /** As {@link #examples}, but not in memory. */
    private static final class Stored implements Examples {
        private final Examples examples;
        private final int broken;
        private final Set<Thread> readers = ConcurrentHashMap.newKeySet();

        Stored(Examples examples, int broken) {
            this.examples = examples;
            this.broken = broken;
        }

        @Override
        public TensorSpec spec() {
            return examples.spec();
        }

        @Override
        public int size() {
            return examples.size();
        }

        @Override
        public void read(int index, float[] target, int offset) {
            readers.add(Thread.currentThread());
            if (index == broken) {
                throw new IllegalStateException("example " + index + " is broken");
            }
            examples.read(index, target, offset);
        }

        @Override
        public boolean inMemory() {
            return false;
        }
    }

    private static final Examples DATA = TestModels.random(103, TestModels.WIDTH, 1);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 103, 200})
    void batchesHoldTheExamplesOfEachEpochInOrder(int size) {
        Stored stored = new Stored(DATA, -1);
        int held = 2;
        try (ReadAhead batches = new ReadAhead(stored, size, held)) {
            for (int epoch = 0; epoch < 3; epoch++) {
                int[] order = IntStream.range(0, 103)
                        .map(i -> i * 7 % 103)
                        .limit(103 - epoch)
                        .toArray();
                batches.begin(order);
                List<float[]> read = new ArrayList<>();
                List<Batch> cycle = new ArrayList<>();
                while (batches.hasNext()) {
                    cycle.add(batches.next());
                    if (cycle.size() == held || !batches.hasNext()) {
                        cycle.forEach(batch -> read.addAll(rows(batch)));
                        cycle.clear();
                    }
                }
                assertThat(read).hasSize(order.length);
                for (int i = 0; i < order.length; i++) {
                    assertThat(read.get(i)).isEqualTo(row(DATA, order[i]));
                }
            }
        }
        assertThat(stored.readers).doesNotContain(Thread.currentThread());
    }

    @Test
    void examplesInMemoryAreLeftWhereTheyAre() {
        try (ReadAhead batches = new ReadAhead(DATA, 10, 1)) {
            batches.begin(new int[] {5, 3});
            Batch batch = batches.next();
            assertThat(batch.examples()).isSameAs(DATA);
            assertThat(batch.numbers()).containsExactly(5, 3);
            assertThat(batches.hasNext()).isFalse();
        }
    }

    @Test
    void whatCannotBeReadIsThrownToTheTraining() {
        Stored stored = new Stored(DATA, 50);
        try (TrainingRun run = new TrainingRun(
                TestModels.model(), new TrainingSettings(1, 10, 1, 1), TrainingListener.NONE, () -> false)) {
            assertThatThrownBy(() -> run.train(stored, Optional.empty())).hasMessage("example 50 is broken");
        }
    }

    @Test
    void aModelIsTheSameWhereverItsExamplesAre() {
        List<float[]> memory = trained(DATA);
        List<float[]> stored = trained(new Stored(DATA, -1));
        assertThat(stored).hasSameSizeAs(memory);
        for (int i = 0; i < memory.size(); i++) {
            assertThat(stored.get(i)).isEqualTo(memory.get(i));
        }
    }

    private static List<float[]> trained(Examples examples) {
        try (TrainingRun run = new TrainingRun(
                TestModels.model(), new TrainingSettings(3, 10, 1, 2), TrainingListener.NONE, () -> false)) {
            return run.train(examples, Optional.empty()).parameters().stream()
                    .map(ParameterValues::values)
                    .toList();
        }
    }

    private static List<float[]> rows(Batch batch) {
        List<float[]> rows = new ArrayList<>();
        for (int number : batch.numbers()) {
            rows.add(row(batch.examples(), number));
        }
        return rows;
    }

    private static float[] row(Examples examples, int index) {
        float[] row = new float[examples.spec().size()];
        examples.read(index, row, 0);
        return row;
    }
}
