package dev.diabolo.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.diabolo.benchmarks.measure.Measurement;
import dev.diabolo.benchmarks.measure.Workload;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What is made of measurements, as JSON and as text. */
class JsonReportTest {
    private static Measurement measurement(double ms, double others) {
        return new Measurement("1", true, ms, 128_000 / ms, null, null, 0.5, 0.1, 10, 300.0, others);
    }

    private static Results results() {
        Machine machine = new Machine(2, OptionalDouble.of(100), OptionalDouble.of(0.8));
        Results results = new Results(List.of(Workload.W1, Workload.W5), List.of("diabolo", "dl4j"), machine);
        for (double ms : new double[] {2, 2.2, 9}) {
            results.add(Workload.W1, "diabolo", 1, measurement(ms + 1, 0));
            results.add(Workload.W1, "diabolo", 2, measurement(ms, 0));
            results.add(Workload.W1, "dl4j", 1, measurement(2 * ms, 0.75));
        }
        results.failed(Workload.W1, "dl4j", 2, "exit code 1: out of threads");
        results.add(Workload.W5, "diabolo", 1, measurement(40, 0));
        results.failed(Workload.W5, "dl4j", 1, "not available");
        results.failed(Workload.W5, "dl4j", 2, "not available");
        return results;
    }

    @Test
    void theFastestNumberOfWorkersCounts() {
        JsonNode json = new ObjectMapper().valueToTree(JsonReport.of(results()));

        assertThat(json.at("/W1/diabolo/workers").asInt()).isEqualTo(2);
        assertThat(json.at("/W1/diabolo/msPerStep").asDouble()).isEqualTo(2.2);
        assertThat(json.at("/W1/diabolo/ratio").asDouble()).isEqualTo(1);
        assertThat(json.at("/W1/dl4j/workers").asInt()).isEqualTo(1);
        assertThat(json.at("/W1/dl4j/ratio").asDouble()).isEqualTo(2);
        assertThat(json.at("/W1/dl4j/rounds").asInt()).isEqualTo(3);
        assertThat(json.at("/W5/dl4j").isNull()).isTrue();
        assertThat(json.at("/machine/peakGflops").asDouble()).isEqualTo(100);
        // 167 MFLOP in 2.2 ms by two cores of 100 GFLOP/s.
        assertThat(json.at("/machine/peakShareOfW1").asDouble()).isBetween(0.378, 0.380);
    }

    @Test
    void theTableHasADashForWhatIsNotThereAndAWarningForABusyMachine() {
        List<String> lines = TextReport.of(results());

        assertThat(lines.get(0)).contains("engine", "workers", "ms/step", "ratio");
        assertThat(lines.get(1)).startsWith("W1").contains("diabolo", "2.200", "1.00");
        assertThat(lines.get(2)).contains("dl4j", "4.400", "2.00");
        assertThat(lines.get(4)).contains("dl4j", "-");
        assertThat(String.join("\n", lines))
                .contains("W1 dl4j, workers 2: exit code 1: out of threads")
                .contains("W5 dl4j: not available")
                .contains("W1 spends 80 % of a step in BLAS")
                .contains("warning: the machine was not idle: others kept up to 0.75 cores busy (W1 dl4j)");
    }
}
