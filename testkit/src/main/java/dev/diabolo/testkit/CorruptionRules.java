package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.testkit.Specimen.Built;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What components are tested for that change data. */
final class CorruptionRules {
    private CorruptionRules() {}

    /** No parameters and no buffers are made. */
    static void nothingIsLearnt(List<Specimen> specimens) {
        GraphRules.inBothModes(specimens, (specimen, training) -> {
            try (Built built = specimen.build(training, GraphRules.SEED)) {
                assertThat(built.probe().parameters())
                        .as("%s: parameters and buffers", specimen.name())
                        .isEmpty();
            }
        });
    }

    /** With the same noise, results are the same in training and elsewhere. */
    static void sameInBothModes(List<Specimen> specimens) {
        for (Specimen specimen : specimens) {
            try (Built training = specimen.build(true, GraphRules.SEED);
                    Built elsewhere = specimen.build(false, GraphRules.SEED)) {
                GraphRules.assertSameBits(specimen, training, elsewhere);
            }
        }
    }

    /** For some specimen the output is not its first input. */
    static void changesItsInput(List<Specimen> specimens) {
        assertThat(specimens).as("specimens that it changes").anySatisfy(specimen -> {
            try (Built built = specimen.build(true, GraphRules.SEED)) {
                List<double[]> values = specimen.values(GraphRules.BATCH, 3);
                assertThat(built.probe()
                                .run(GraphRules.BATCH, values)
                                .get(built.parts().get(0).name())
                                .values())
                        .isNotEqualTo(values.get(0));
            }
        });
    }

    /**
     * Where the output "untouched" is 1, the first output is the first input; elsewhere it is 0. Where there is such an output, some
     * value is 1 and some is 0.
     */
    static void keepsWhatItLeavesUntouched(List<Specimen> specimens) {
        Set<Double> seen = new HashSet<>();
        GraphRules.inBothModes(specimens, (specimen, training) -> {
            try (Built built = specimen.build(training, GraphRules.SEED)) {
                List<double[]> values = specimen.values(GraphRules.BATCH, 3);
                Map<String, Output> outputs = built.probe().run(GraphRules.BATCH, values);
                if (outputs.containsKey("untouched")) {
                    double[] untouched = outputs.get("untouched").values();
                    Arrays.stream(untouched).forEach(seen::add);
                    double[] found = outputs.get(built.parts().get(0).name()).values();
                    assertKept(specimen, untouched, values.get(0), found);
                }
            }
        });
        if (!seen.isEmpty()) {
            assertThat(seen).as("values of untouched, over all specimens").containsExactlyInAnyOrder(0.0, 1.0);
        }
    }

    private static void assertKept(Specimen specimen, double[] untouched, double[] before, double[] found) {
        for (int i = 0; i < untouched.length; i++) {
            assertThat(untouched[i])
                    .as("%s: value %d of untouched", specimen.name(), i)
                    .isIn(0.0, 1.0);
            if (untouched[i] == 1) {
                assertThat(found[i])
                        .as("%s: value %d, which is said to be untouched", specimen.name(), i)
                        .isEqualTo(before[i]);
            }
        }
    }
}
