package dev.diabolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void parallelStreamsHaveAsManyThreadsAsItSays() {
        assertThat(threads(1)).hasSize(1);
        assertThat(threads(3)).hasSizeBetween(1, 3).noneMatch(thread -> thread.startsWith("ForkJoinPool.commonPool"));
    }

    private static Set<String> threads(int workers) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        return new Workers(workers).measure(() -> {
            IntStream.range(0, 1000)
                    .parallel()
                    .forEach(i -> seen.add(Thread.currentThread().getName()));
            return seen;
        });
    }

    @Test
    void whatAMeasurementThrowsIsThrown() {
        IllegalStateException failure = new IllegalStateException("as it was");

        assertThatIllegalStateException()
                .isThrownBy(() -> new Workers(2).measure(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
    }
}
