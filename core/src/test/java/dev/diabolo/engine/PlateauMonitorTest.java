package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.training.Plateau;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PlateauMonitorTest {
    @Test
    void theRateFallsAfterSoManyEpochsWithoutImprovement() {
        assertThat(shares(new Plateau(0.5, 2, 0, 0, 0), 5, 4, 4, 4.5, 4, 4, 3, 3))
                .containsExactly(1, 1, 1, 0.5, 0.5, 0.25, 0.25, 0.25);
    }

    @Test
    void anImprovementBelowTheThresholdDoesNotCount() {
        assertThat(shares(new Plateau(0.5, 1, 0.1, 0, 0), 100, 91, 89, 85)).containsExactly(1, 0.5, 0.5, 0.25);
        assertThat(shares(new Plateau(0.5, 1, 0.1, 0, 0), -100, -105, -111)).containsExactly(1, 0.5, 0.5);
    }

    @Test
    void epochsOfTheCooldownDoNotCount() {
        assertThat(shares(new Plateau(0.5, 1, 0, 2, 0), 1, 1, 1, 1, 1, 1))
                .containsExactly(1, 0.5, 0.5, 0.25, 0.25, 0.125);
    }

    @Test
    void theRateDoesNotFallBelowItsFloor() {
        assertThat(shares(new Plateau(0.5, 1, 0, 0, 0.3), 1, 1, 1, 1)).containsExactly(1, 0.5, 0.3, 0.3);
    }

    @Test
    void whatIsNotANumberIsNoImprovement() {
        assertThat(shares(new Plateau(0.5, 1, 0, 0, 0), Double.NaN, 3, Double.POSITIVE_INFINITY))
                .containsExactly(0.5, 0.5, 0.25);
    }

    private static double[] shares(Plateau plateau, double... criteria) {
        PlateauMonitor monitor = new PlateauMonitor(plateau);
        return Arrays.stream(criteria)
                .map(criterion -> {
                    monitor.observe(criterion);
                    return monitor.share();
                })
                .toArray();
    }
}
