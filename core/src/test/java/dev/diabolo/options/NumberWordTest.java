package dev.diabolo.options;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.option.Option;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NumberWordTest {
    public record Batches(
            @Option(help = "examples", defaultValue = "128", min = 1, max = 1000, word = "full=0")
            int batch) {}

    private final OptionSchema schema = OptionSchema.of(Batches.class);

    @Test
    void aWordMeansItsNumber() {
        assertThat(schema.read(Map.of("batch", "full"))).isEqualTo(new Batches(0));
        assertThat(schema.read(Map.of("batch", 1))).isEqualTo(new Batches(1));
    }

    @Test
    void theNumberIsWrittenAsTheWord() {
        assertThat(schema.values(new Batches(0))).containsEntry("batch", "full");
        assertThat(schema.values(new Batches(7))).containsEntry("batch", 7);
    }

    @Test
    void theNumberItselfStaysOutOfRange() {
        assertThat(schema.bind(Map.of("batch", 0)).problems().get("batch").allowed())
                .isEqualTo("a whole number >= 1 and <= 1000, or full");
        assertThat(schema.bind(Map.of("batch", "ful")).problems()).containsKey("batch");
    }
}
