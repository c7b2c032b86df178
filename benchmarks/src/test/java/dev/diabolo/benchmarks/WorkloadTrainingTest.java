package dev.diabolo.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.benchmarks.diabolo.DiaboloEngine;
import dev.diabolo.benchmarks.measure.PassClock;
import dev.diabolo.benchmarks.measure.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Workloads of networks that are more than layers of matrices: a change of the contract shows here. */
class WorkloadTrainingTest {
    @ParameterizedTest
    @EnumSource(
            value = Workload.class,
            names = {"W3", "W4"})
    void componentsOfTheBenchmarkLearn(Workload workload) {
        PassClock clock = new PassClock(5, 0, 0, () -> {});
        new DiaboloEngine().train(workload, 1, clock);

        assertThat(clock.lastLoss()).isLessThan(clock.firstLoss());
    }
}
