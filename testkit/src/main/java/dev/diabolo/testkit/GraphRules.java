package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.testkit.Specimen.Built;
import dev.diabolo.testkit.Specimen.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/** What components are tested for that build parts of graphs. */
final class GraphRules {
    static final int BATCH = 4;
    static final long SEED = 1;
    private static final long OTHER_SEED = 2;

    /** Sums of other lengths may round differently, by some units of 2^-53. */
    private static final double ROUNDING = 1e-12;

    private GraphRules() {}

    /** Built tensors say the shape that was promised, and their values have it. */
    static void shapesAgree(List<Specimen> specimens) {
        for (Specimen specimen : specimens) {
            try (Built built = specimen.build(true, SEED)) {
                Map<String, Output> outputs = built.probe().run(BATCH, specimen.values(BATCH, 3));
                for (Part part : built.parts()) {
                    assertThat(part.claimed())
                            .as("%s: shape that %s says it has", specimen.name(), part.name())
                            .isEqualTo(part.promised());
                    assertThat(outputs.get(part.name()).shape())
                            .as("%s: shape of the values of %s", specimen.name(), part.name())
                            .isEqualTo(batched(part.promised()));
                }
            }
        }
    }

    private static long[] batched(List<Long> shape) {
        List<Long> all = new ArrayList<>(List.of((long) BATCH));
        all.addAll(shape);
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    static void parameterGradients(List<Specimen> specimens) {
        gradients(specimens, GradientCheck::parameters);
    }

    static void inputGradients(List<Specimen> specimens) {
        gradients(specimens, GradientCheck::inputs);
    }

    private static void gradients(List<Specimen> specimens, Consumer<GradientCheck> check) {
        for (Specimen specimen : specimens) {
            try (Built built = specimen.build(true, SEED)) {
                GradientCheck.unsettle(built.probe());
                for (Part part : built.parts()) {
                    check.accept(new GradientCheck(
                            built.probe(), specimen.name(), part.name(), BATCH, specimen.values(BATCH, 3)));
                }
            }
        }
    }

    /** Building the same component again gives the same parameters and results, bit by bit. */
    static void repeatable(List<Specimen> specimens) {
        inBothModes(specimens, (specimen, training) -> {
            try (Built one = specimen.build(training, SEED);
                    Built two = specimen.build(training, SEED)) {
                assertThat(two.probe().parameters())
                        .as("%s: parameters of the second build", specimen.name())
                        .isEqualTo(one.probe().parameters());
                assertSameBits(specimen, one, two);
            }
        });
    }

    /** Another seed draws other weights, and where noise is asked for in training, other results. */
    static void seeded(List<Specimen> specimens) {
        boolean random = false;
        for (Specimen specimen : specimens) {
            try (Built one = specimen.build(true, SEED);
                    Built two = specimen.build(true, OTHER_SEED)) {
                List<String> matrices = one.probe().trained().stream()
                        .filter(name -> one.probe().rank(name) >= 2)
                        .toList();
                if (!matrices.isEmpty()) {
                    random = true;
                    assertThat(matrices)
                            .as("%s: weights that differ between seeds", specimen.name())
                            .anySatisfy(name -> assertThat(one.probe().parameter(name))
                                    .isNotEqualTo(two.probe().parameter(name)));
                }
                if (!one.probe().noises().isEmpty()) {
                    random = true;
                    Map<String, Output> before = one.probe().run(BATCH, specimen.values(BATCH, 3));
                    one.probe().reseed(OTHER_SEED);
                    assertThat(same(before, one.probe().run(BATCH, specimen.values(BATCH, 3))))
                            .as("%s: results are the same whatever its noise", specimen.name())
                            .isFalse();
                }
            }
        }
        assumeTrue(random, "it has neither weights nor noise");
    }

    /**
     * An example has the same result whatever the others of its batch are, and however many follow it; in training
     * unless the component declares that it couples them, elsewhere always.
     */
    static void companions(List<Specimen> specimens, boolean couplingExcuses) {
        inBothModes(specimens, (specimen, training) -> {
            try (Built built = specimen.build(training, SEED)) {
                boolean excused = couplingExcuses || training;
                if (!(excused && !built.probe().couplings().isEmpty())) {
                    companions(specimen, built.probe());
                }
            }
        });
    }

    private static void companions(Specimen specimen, GraphProbe probe) {
        Map<String, Output> all = probe.run(BATCH, specimen.values(BATCH, 3));
        for (int kept = 0; kept < BATCH; kept++) {
            List<double[]> others = withOthers(specimen, kept);
            assertSameExample(specimen, kept, all, probe.run(BATCH, others), BATCH);
            assertSameExample(specimen, kept, all, probe.run(kept + 1, shortened(specimen, kept + 1)), kept + 1);
        }
    }

    /** The usual values of one example among other ones. */
    private static List<double[]> withOthers(Specimen specimen, int kept) {
        List<double[]> usual = specimen.values(BATCH, 3);
        List<double[]> others = specimen.values(BATCH, 1003);
        for (int i = 0; i < usual.size(); i++) {
            int width = usual.get(i).length / BATCH;
            System.arraycopy(usual.get(i), kept * width, others.get(i), kept * width, width);
        }
        return others;
    }

    private static List<double[]> shortened(Specimen specimen, int batch) {
        return specimen.values(BATCH, 3).stream()
                .map(values -> Arrays.copyOf(values, values.length / BATCH * batch))
                .toList();
    }

    private static void assertSameExample(
            Specimen specimen, int example, Map<String, Output> one, Map<String, Output> other, int otherBatch) {
        one.forEach((name, output) -> {
            int width = output.values().length / BATCH;
            double[] found = other.get(name).values();
            assertThat(found)
                    .as("%s: %s of %d", specimen.name(), name, otherBatch)
                    .hasSize(otherBatch * width);
            for (int i = example * width; i < (example + 1) * width; i++) {
                assertThat(found[i])
                        .as("%s: %s of example %d among other companions", specimen.name(), name, example)
                        .isCloseTo(output.values()[i], within(ROUNDING * Math.max(1, Math.abs(output.values()[i]))));
            }
        });
    }

    /** A batch of one example gives finite values, in training and elsewhere. */
    static void batchOfOne(List<Specimen> specimens) {
        inBothModes(specimens, (specimen, training) -> {
            try (Built built = specimen.build(training, SEED)) {
                assertFinite(specimen, built.probe().run(1, specimen.values(1, 3)));
            }
        });
    }

    /**
     * Outputs do not depend on noise.
     *
     * @param outputs their names
     * @param modes whether in training
     */
    static void noiseFree(List<Specimen> specimens, Set<String> outputs, List<Boolean> modes) {
        for (Specimen specimen : specimens) {
            for (boolean training : modes) {
                try (Built built = specimen.build(training, SEED)) {
                    Map<String, Output> before = built.probe().run(BATCH, specimen.values(BATCH, 3));
                    built.probe().reseed(OTHER_SEED);
                    Map<String, Output> after = built.probe().run(BATCH, specimen.values(BATCH, 3));
                    before.keySet().stream()
                            .filter(outputs::contains)
                            .forEach(name -> assertThat(after.get(name).values())
                                    .as("%s: %s with other noise, training: %s", specimen.name(), name, training)
                                    .isEqualTo(before.get(name).values()));
                }
            }
        }
    }

    /** Some output depends on every trained parameter. */
    static void everyParameterIsUsed(List<Specimen> specimens) {
        boolean any = false;
        for (Specimen specimen : specimens) {
            try (Built built = specimen.build(true, SEED)) {
                any |= !built.probe().trained().isEmpty();
                Set<String> idle = new HashSet<>(built.probe().trained());
                Map<String, Output> outputs = built.probe().run(BATCH, specimen.values(BATCH, 3));
                outputs.forEach((name, output) -> {
                    double[] weights = Values.normal(output.values().length, 77);
                    idle.removeAll(built.probe()
                            .gradients(name, weights, BATCH, specimen.values(BATCH, 3))
                            .keySet());
                });
                assertThat(idle)
                        .as("%s: parameters that no gradient reaches", specimen.name())
                        .isEmpty();
            }
        }
        assumeTrue(any, "it has no parameters");
    }

    /**
     * A component made of the same options, with the same parameters put into it, gives the same results, bit by bit.
     *
     * @param reloaded the same specimens, of components made anew
     */
    static void savedAndLoaded(List<Specimen> original, List<Specimen> reloaded) {
        for (int i = 0; i < original.size(); i++) {
            try (Built saved = original.get(i).build(false, SEED);
                    Built loaded = reloaded.get(i).build(false, OTHER_SEED)) {
                assertThat(loaded.probe().parameters())
                        .as("%s: parameters after loading", original.get(i).name())
                        .isEqualTo(saved.probe().parameters());
                for (String name : saved.probe().parameters()) {
                    loaded.probe().set(name, saved.probe().parameter(name));
                }
                loaded.probe().reseed(SEED);
                assertSameBits(original.get(i), saved, loaded);
            }
        }
    }

    /**
     * Graphs of float32, which is what is used, hold nothing but float32, and give the values and gradients that float64 gives.
     * The host replaces operations of the one by kernels of its own, and replays those of the other as they are.
     */
    static void singlePrecision(List<Specimen> specimens) {
        inBothModes(specimens, (specimen, training) -> {
            try (Built single = specimen.build(Precision.SINGLE, training, SEED);
                    Built exact = specimen.build(training, SEED)) {
                List<double[]> values = specimen.values(BATCH, 3);
                Map<String, Output> outputs = single.probe().run(BATCH, values);
                assertFinite(specimen, outputs);
                assertThat(wide(single))
                        .as("%s: variables of float64 in a graph of float32", specimen.name())
                        .isEmpty();
                Map<String, Output> expected = exact.probe().run(BATCH, values);
                if (!isRepeatable(specimen, training, expected)) {
                    return;
                }
                PrecisionCheck.values(specimen.name(), outputs, expected);
                for (String output : outputs.keySet()) {
                    PrecisionCheck.gradients(specimen.name(), output, single.probe(), exact.probe(), BATCH, values);
                }
            }
        });
    }

    /** That two builds differ is the finding of another rule. */
    private static boolean isRepeatable(Specimen specimen, boolean training, Map<String, Output> outputs) {
        try (Built again = specimen.build(training, SEED)) {
            return same(outputs, again.probe().run(BATCH, specimen.values(BATCH, 3)));
        }
    }

    private static Set<String> wide(Built built) {
        return built.parts().get(0).variable().getSameDiff().variables().stream()
                .filter(variable -> variable.dataType() == DataType.DOUBLE)
                .map(SDVariable::name)
                .collect(Collectors.toSet());
    }

    /** In training another seed of the noise gives another sample, and not the mode. */
    static void sampled(Specimen specimen) {
        try (Built built = specimen.build(true, SEED)) {
            Map<String, Output> one = built.probe().run(BATCH, specimen.values(BATCH, 3));
            built.probe().reseed(OTHER_SEED);
            Map<String, Output> two = built.probe().run(BATCH, specimen.values(BATCH, 3));
            assertThat(two.get("sample").values())
                    .as("%s: sample with other noise", specimen.name())
                    .isNotEqualTo(one.get("sample").values());
        }
    }

    /** Where there are logits, the mean is their logistic function. */
    static void logitsAgree(List<Specimen> specimens) {
        boolean any = false;
        for (Specimen specimen : specimens) {
            try (Built built = specimen.build(true, SEED)) {
                Map<String, Output> outputs = built.probe().run(BATCH, specimen.values(BATCH, 3));
                if (outputs.containsKey("logits")) {
                    any = true;
                    assertThat(outputs.get("mean").values())
                            .as("%s: mean", specimen.name())
                            .usingComparatorWithPrecision(ROUNDING)
                            .containsExactly(Arrays.stream(outputs.get("logits").values())
                                    .map(logit -> 1 / (1 + Math.exp(-logit)))
                                    .toArray());
                }
            }
        }
        assumeTrue(any, "it has no logits");
    }

    static void inBothModes(List<Specimen> specimens, BiConsumer<Specimen, Boolean> rule) {
        for (Specimen specimen : specimens) {
            rule.accept(specimen, true);
            rule.accept(specimen, false);
        }
    }

    private static void assertFinite(Specimen specimen, Map<String, Output> outputs) {
        outputs.forEach(
                (name, output) -> assertThat(Arrays.stream(output.values()).allMatch(Double::isFinite))
                        .as("%s: %s is finite: %s", specimen.name(), name, Arrays.toString(output.values()))
                        .isTrue());
    }

    static void assertSameBits(Specimen specimen, Built one, Built two) {
        Map<String, Output> expected = one.probe().run(BATCH, specimen.values(BATCH, 3));
        Map<String, Output> found = two.probe().run(BATCH, specimen.values(BATCH, 3));
        assertThat(found.keySet()).as("%s: outputs", specimen.name()).isEqualTo(expected.keySet());
        expected.forEach((name, output) -> assertThat(found.get(name).values())
                .as("%s: %s, bit by bit", specimen.name(), name)
                .isEqualTo(output.values()));
    }

    private static boolean same(Map<String, Output> one, Map<String, Output> two) {
        return one.keySet().stream()
                .allMatch(name ->
                        Arrays.equals(one.get(name).values(), two.get(name).values()));
    }
}
