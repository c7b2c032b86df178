package dev.diabolo.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PassClockTest {
    private static final long MILLISECOND = 1_000_000;

    private final AtomicLong now = new AtomicLong(5);
    private final AtomicLong warm = new AtomicLong();

    private PassClock clock(int stepsInPass, double warmUp, double seconds) {
        return new PassClock(stepsInPass, warmUp, seconds, warm::incrementAndGet, now::get);
    }

    private void step(PassClock clock, double milliseconds) {
        now.addAndGet((long) (milliseconds * MILLISECOND));
        clock.stepped(milliseconds);
    }

    @Test
    void stepsOfTheWarmUpDoNotCount() {
        PassClock clock = clock(2, 0.05, 0.02);
        clock.start();
        step(clock, 40);
        step(clock, 40);
        assertThat(warm).hasValue(1);
        for (int i = 0; !clock.done(); i++) {
            step(clock, i == 3 ? 100 : 2);
        }

        assertThat(clock.millisecondsPerStep()).isEqualTo(2);
        assertThat(clock.steps()).isEqualTo(2 + 6);
        assertThat(clock.firstLoss()).isEqualTo(40);
        assertThat(clock.lastLoss()).isEqualTo(2);
    }

    @Test
    void itGoesOnUntilTheTimeIsUp() {
        PassClock clock = clock(1, 0, 1);
        clock.start();
        for (int i = 0; i < 100; i++) {
            assertThat(clock.done()).isFalse();
            step(clock, 10);
        }
        step(clock, 10);

        assertThat(clock.done()).isTrue();
    }

    @Test
    void aPassOfSlowStepsEndsEarly() {
        PassClock clock = clock(50, 0, 1);
        clock.start();
        for (int i = 0; i < 4; i++) {
            step(clock, 1500);
        }

        assertThat(clock.done()).isTrue();
        assertThat(clock.millisecondsPerStep()).isEqualTo(1500);
    }
}
