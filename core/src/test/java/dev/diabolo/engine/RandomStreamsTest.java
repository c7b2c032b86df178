package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
    private final RandomStreams random = new RandomStreams(42);

    @Test
    void aStreamDoesNotDependOnWhatWasDrawnBefore() {
        long first = random.stream("noise", 1, 2, 3).nextLong();
        random.stream("noise", 1, 2, 4).nextLong();

        assertThat(new RandomStreams(42).stream("noise", 1, 2, 3).nextLong()).isEqualTo(first);
    }

    @Test
    void differentKeysGiveDifferentStreams() {
        Set<Long> seen = new HashSet<>();
        int streams = 0;
        for (String purpose : new String[] {"noise", "shuffle", "initial:a", "initial:b"}) {
            for (int epoch = 0; epoch < 10; epoch++) {
                for (int step = 0; step < 10; step++) {
                    for (int example = 0; example < 10; example++) {
                        seen.add(random.stream(purpose, epoch, step, example).nextLong());
                        streams++;
                    }
                }
            }
        }
        seen.add(new RandomStreams(43).stream("noise", 0, 0, 0).nextLong());

        assertThat(seen).hasSize(streams + 1);
    }

    @Test
    void neighbouringStreamsAreUncorrelated() {
        int pairs = 100_000;
        double sum = 0;
        double squares = 0;
        double products = 0;
        double before = random.stream("noise", 0, 0, 0).nextGaussian();
        for (int example = 1; example <= pairs; example++) {
            double value = random.stream("noise", 0, 0, example).nextGaussian();
            sum += value;
            squares += value * value;
            products += value * before;
            before = value;
        }
        // Five standard errors: 5 / sqrt(100,000) = 0.016, and sqrt(2) times that for the variance.
        assertThat(sum / pairs).isCloseTo(0, within(0.016));
        assertThat(squares / pairs).isCloseTo(1, within(0.023));
        assertThat(products / pairs).isCloseTo(0, within(0.016));
    }
}
