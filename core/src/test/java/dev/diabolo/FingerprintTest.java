package dev.diabolo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.engine.ParameterValues;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.data.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Prints are in files, so that those of a model never change. */
class FingerprintTest {
    private static final List<ModelDocument.Condition> AGE =
            List.of(new ModelDocument.Condition("age", List.of(), 20, 0.025f));

    private static String print(ModelDocument.Data data) {
        ModelDocument document = new ModelDocument(
                ModelDocument.FORMAT,
                "ae",
                Map.of(),
                List.of(new ModelDocument.Component("encoder", "vanilla.dense", "1")),
                data,
                new ModelDocument.Provenance(1, "digits", "00", 10, 1, 1, 10, "1", "21"),
                Map.of(),
                List.of());
        return Fingerprint.of(
                document,
                List.of(new ParameterValues("encoder/layer-0/weight", new long[] {2, 1}, new float[] {1.5f, -2})));
    }

    private static ModelDocument.Data described(List<ModelDocument.Condition> conditions) {
        Reading reading = new Reading("table", Map.of("columns", List.of("a", "b")));
        return new ModelDocument.Data(List.of(1L, 2L), -0.5f, 0.25f, reading, List.of(3, 7), conditions, null);
    }

    /** The literals are SHA-256 sums of what was digested when models had no conditions. */
    @Test
    void thatOfAModelWithoutConditionsIsAsItWasBeforeThereWereAny() {
        assertThat(print(new ModelDocument.Data(List.of(2L), 0, 1, null, null, null, null)))
                .isEqualTo("5727b8343271211c82da2f37d6b83f82490f868880eb4dfa91a01844aa94a501");
        assertThat(print(described(null)))
                .isEqualTo("a935bfc957fe58871c95041eb1b9d6b71500168ece3dab2890cd75059690e737");
    }

    @Test
    void conditionsBelongToIt() {
        assertThat(print(described(AGE))).isNotEqualTo(print(described(null)));
    }
}
