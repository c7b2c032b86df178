package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.EvaluationReport;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingProgressTest {
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final TrainingProgress progress = new TrainingProgress(
            new Console(System.out, StandardCharsets.UTF_8, new PrintStream(error, true, StandardCharsets.UTF_8)));

    @Test
    void oneIsNotSeveral() {
        progress.started(1, 1, 1);
        progress.started(2, 4000, 1234);

        assertThat(said())
                .containsExactly("1 parameter, 1 epoch of 1 step", "1,234 parameters, 2 epochs of 4,000 steps");
    }

    @Test
    void anErrorThatIsTheLossIsNotSaidTwice() {
        progress.epoch(report(0.0864321, 0.08643214));

        assertThat(said()).singleElement().asString().contains("  validation 0.086432  100/s");
    }

    @Test
    void anErrorThatIsNotTheLossIsSaidToo() {
        progress.epoch(report(98.5, 0.0125));

        assertThat(said()).singleElement().asString().contains("  validation 98.500  validation mse 0.012500  100/s");
    }

    private static EpochReport report(double loss, double mse) {
        EvaluationReport validation = new EvaluationReport(10, loss, Map.of("loss", loss), mse, 0.1, 20);
        return new EpochReport(1, 4, 100, 0.08, Map.of("loss", 0.08), 0.08, Optional.of(validation));
    }

    private java.util.List<String> said() {
        return error.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
