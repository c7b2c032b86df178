package dev.diabolo.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestNameTest {
    @Test
    void aSwapOfNeighboursIsOneMistake() {
        assertThat(NearestName.distance("hidden", "hiddne")).isEqualTo(1);
    }

    @Test
    void theNearestOfSeveralIsFound() {
        assertThat(NearestName.of("hiden", List.of("activation", "hidden", "harden")))
                .contains("hidden");
    }

    @Test
    void nothingIsSuggestedForANameThatResemblesNone() {
        assertThat(NearestName.remedy("x", List.of("activation", "hidden"))).isEmpty();
    }
}
