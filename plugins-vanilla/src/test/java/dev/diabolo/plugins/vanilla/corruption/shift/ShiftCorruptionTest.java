package dev.diabolo.plugins.vanilla.corruption.shift;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import org.junit.jupiter.api.Test;

class ShiftCorruptionTest {
    /** 129 matrices of 2000 by 2000 for each axis would be 4 GB. */
    @Test
    void imagesWhoseShiftsDoNotFitIntoMemoryAreRefused() {
        TensorSpec large = TensorSpec.of(1, 2000, 2000);

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> shift(64).requireSupported(large))
                .matches(error -> error.kind() == ErrorKind.USER)
                .withMessageContaining("1x2000x2000")
                .withMessageContaining("data.resize");
        assertThatCode(() -> shift(2).requireSupported(large)).doesNotThrowAnyException();
        assertThatCode(() -> shift(64).requireSupported(TensorSpec.of(3, 256, 256)))
                .doesNotThrowAnyException();
    }

    private static Corruption shift(int distance) {
        return new ShiftCorruptionProvider().create(new ShiftCorruptionOptions(distance, Padding.ZERO, Target.SHIFTED));
    }
}
