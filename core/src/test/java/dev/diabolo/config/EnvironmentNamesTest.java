package dev.diabolo.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DIABOLO_DATA",
                "DIABOLO_PLUGINS",
                "DIABOLO_HOME",
                "DIABOLO_JAVA_OPTS",
                "DIABOLO_MNIST_URL",
                "DIABOLO_FASHION_MNIST_URL",
                "DIABOLO_CACHE",
                "PATH",
                "diabolo_seed"
            })
    void variablesOfOtherPurposesSetNothing(String name) {
        assertThat(EnvironmentNames.isSetting(name)).isFalse();
    }

    @Test
    void aVariableMayMeanSeveralKeys() {
        assertThat(EnvironmentNames.keys("DIABOLO_A_B", List.of("a.b", "a-b", "ab")))
                .containsExactly("a.b", "a-b");
    }
}
