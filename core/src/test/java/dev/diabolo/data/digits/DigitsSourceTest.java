package dev.diabolo.data.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsSourceTest {
    private final DigitsSource source = new DigitsSource();

    @Test
    void drawsSeventyThousandDigitsUnlessToldOtherwise() {
        Dataset digits = source.open("");
        assertThat(digits.name()).isEqualTo("digits").isEqualTo(source.name());
        assertThat(digits.train().size()).isEqualTo(60_000);
        assertThat(digits.testOrTrain().size()).isEqualTo(10_000);
        assertThat(digits.spec()).hasToString("1x28x28");
    }

    @Test
    void drawsAsManyAsAskedFor() {
        Dataset digits = source.open("20+1");
        assertThat(digits.train().size()).isEqualTo(20);
        assertThat(digits.testOrTrain().size()).isEqualTo(1);
        assertThat(digits.origin()).contains("20", "seed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "6000",
                "0+10",
                "10+0",
                "-1+10",
                "10+",
                "+10",
                "10 + 10",
                "1e3+10",
                "1000001+1",
                "1+1000001",
                "99999999999+1",
                "10+10+10",
                "many"
            })
    void refusesAnythingElseAndSaysWhatIsAllowed(String arguments) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> source.open(arguments))
                .satisfies(refusal -> {
                    assertThat(refusal.kind()).isEqualTo(ErrorKind.USER);
                    assertThat(refusal.code()).isEqualTo("data.digits-arguments");
                })
                .withMessageContainingAll("digits", "'" + arguments + "'", "TRAIN+TEST", "1000000", "6000+1000");
    }
}
