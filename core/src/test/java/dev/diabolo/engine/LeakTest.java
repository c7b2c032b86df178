package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.TrainingListener;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.memory.deallocation.DeallocatorService;
import org.nd4j.linalg.factory.Nd4j;

/** Native objects, counted where ND4J keeps account of them: training leaves none behind, and makes none from step to step. */
class LeakTest {
    private static final Examples DATA = TestModels.random(200, TestModels.WIDTH, 1);

    static {
        Backend.load();
    }

    @Test
    void noStepLeavesAnythingBehind() {
        List<Integer> live = new ArrayList<>();
        TrainingListener counting = new TrainingListener() {
            @Override
            public void epoch(EpochReport report) {
                if (report.epoch() % 20 == 10) {
                    live.add(settled(live.isEmpty() ? 0 : live.get(0)));
                }
            }
        };
        try (TrainingRun run = new TrainingRun(TestModels.model(), settings(100), counting, () -> false)) {
            run.train(DATA, Optional.of(DATA));
        }

        assertThat(live).hasSize(5).allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(live.get(0)));
    }

    @Test
    void noModelLeavesAnythingBehind() {
        train();
        int before = settled(0);
        long threads = threads();
        for (int i = 0; i < 20; i++) {
            train();
        }

        assertThat(settled(before)).isLessThanOrEqualTo(before);
        assertThat(threads()).isLessThanOrEqualTo(threads);
    }

    @Test
    void noCorruptorLeavesAnythingBehind() {
        corrupt();
        int before = settled(0);
        for (int i = 0; i < 20; i++) {
            corrupt();
        }

        assertThat(settled(before)).isLessThanOrEqualTo(before);
    }

    private static void corrupt() {
        Corruptor corruptor = new Corruptor(new Noise(), TensorSpec.of(TestModels.WIDTH), 1);
        corruptor.apply(new float[TestModels.WIDTH], 1, 0);
        corruptor.close();
        corruptor.close();
    }

    /** Adds normal noise. */
    private record Noise() implements Corruption {
        @Override
        public void requireSupported(TensorSpec data) {}

        @Override
        public Tensor corrupt(GraphScope scope, Tensor data) {
            Tensor noise = scope.noise("noise", NoiseKind.STANDARD_NORMAL, data.spec());
            return new Tensor(data.variable().add(noise.variable()), data.spec());
        }
    }

    private static void train() {
        try (TrainingRun run = new TrainingRun(TestModels.model(), settings(1), TrainingListener.NONE, () -> false)) {
            run.train(DATA, Optional.of(DATA));
        }
    }

    private static TrainingSettings settings(int epochs) {
        return new TrainingSettings(epochs, 32, 1, 2);
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .count();
    }

    /** The number of native objects when what is unreachable is gone: what it comes to rest at, or an amount that was expected. */
    private static int settled(int expected) {
        int least = Integer.MAX_VALUE;
        for (int round = 0; round < 30 && least > expected; round++) {
            System.gc();
            pause();
            least = Math.min(least, live());
        }
        return least;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** ND4J has no public way to ask. */
    private static int live() {
        try {
            Field references = Stream.of(DeallocatorService.class.getDeclaredFields())
                    .filter(field -> Map.class.isAssignableFrom(field.getType()))
                    .findFirst()
                    .orElseThrow();
            references.setAccessible(true);
            return ((Map<?, ?>) references.get(Nd4j.getDeallocatorService())).size();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
