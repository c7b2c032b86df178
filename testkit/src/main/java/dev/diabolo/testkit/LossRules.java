package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.testkit.LossSpecimen.Built;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What losses are tested for that are built on a small model. */
final class LossRules {
    static final int BATCH = 4;
    private static final long SEED = 1;
    private static final long OTHER_SEED = 2;

    /** Sums of other lengths may round differently, by some units of 2^-53. */
    private static final double ROUNDING = 1e-12;

    /** A classifier this sure has learnt all it can; float32 overflows in exp(89). */
    private static final double EXTREME_LOGIT = 1e4;

    private static final double EXTREME_FEATURE = 30;
    private static final double EXTREME_DATA = 1e3;

    private LossRules() {}

    static void termsAgree(List<LossSpecimen> specimens) {
        for (LossSpecimen specimen : specimens) {
            try (Built built = specimen.build(true, SEED)) {
                assertThat(built.built())
                        .as("%s: terms that are built", specimen.name())
                        .isEqualTo(built.declared());
            }
        }
    }

    static void onePerExample(List<LossSpecimen> specimens) {
        for (LossSpecimen specimen : specimens) {
            try (Built built = specimen.build(true, SEED)) {
                built.run(BATCH, specimen.inputs(specimen.data(BATCH, 3)))
                        .forEach((name, term) -> assertThat(term.shape())
                                .as("%s: shape of %s", specimen.name(), name)
                                .containsExactly(BATCH));
            }
        }
    }

    static void gradients(List<LossSpecimen> specimens) {
        for (LossSpecimen specimen : specimens) {
            try (Built built = specimen.build(true, SEED)) {
                GradientCheck.unsettle(built.probe());
                double[] data = specimen.data(BATCH, 3);
                for (String term : built.run(BATCH, specimen.inputs(data)).keySet()) {
                    new GradientCheck(built.probe(), specimen.name(), term, BATCH, specimen.inputs(data)).parameters();
                }
            }
        }
    }

    static void repeatable(List<LossSpecimen> specimens) {
        for (LossSpecimen specimen : specimens) {
            for (boolean training : List.of(true, false)) {
                try (Built one = specimen.build(training, SEED);
                        Built two = specimen.build(training, SEED)) {
                    assertSameBits(specimen, one, two);
                }
            }
        }
    }

    static void companions(List<LossSpecimen> specimens) {
        boolean independent = false;
        for (LossSpecimen specimen : specimens) {
            try (Built built = specimen.build(true, SEED)) {
                if (built.probe().couplings().isEmpty()) {
                    independent = true;
                    companions(specimen, built);
                }
            }
        }
        assumeTrue(independent, "it declares that it couples the examples of a batch");
    }

    private static void companions(LossSpecimen specimen, Built built) {
        int width = specimen.spec().size();
        double[] usual = specimen.data(BATCH, 3);
        Map<String, Output> all = built.run(BATCH, specimen.inputs(usual));
        for (int kept = 0; kept < BATCH; kept++) {
            double[] others = specimen.data(BATCH, 1003);
            System.arraycopy(usual, kept * width, others, kept * width, width);
            assertSameExample(specimen, kept, all, built.run(BATCH, specimen.inputs(others)));
            assertSameExample(
                    specimen,
                    kept,
                    all,
                    built.run(kept + 1, specimen.inputs(Arrays.copyOf(usual, (kept + 1) * width))));
        }
    }

    private static void assertSameExample(
            LossSpecimen specimen, int example, Map<String, Output> one, Map<String, Output> other) {
        one.forEach((name, term) -> {
            // A term of another shape is the finding of another rule.
            if (term.values().length == BATCH) {
                double expected = term.values()[example];
                assertThat(other.get(name).values()[example])
                        .as("%s: %s of example %d among other companions", specimen.name(), name, example)
                        .isCloseTo(expected, within(ROUNDING * Math.max(1, Math.abs(expected))));
            }
        });
    }

    static void repeatedBatch(List<LossSpecimen> specimens) {
        boolean any = false;
        for (LossSpecimen specimen : specimens) {
            try (Built built = specimen.build(true, SEED)) {
                if (!built.probe().noises().isEmpty()) {
                    continue;
                }
                any = true;
                double[] once = specimen.data(BATCH, 3);
                double[] twice = Arrays.copyOf(once, 2 * once.length);
                System.arraycopy(once, 0, twice, once.length, once.length);
                Map<String, Output> repeated = built.run(2 * BATCH, specimen.inputs(twice));
                built.run(BATCH, specimen.inputs(once))
                        .forEach((name, term) -> assertThat(mean(repeated.get(name)))
                                .as("%s: mean of %s over the batch repeated", specimen.name(), name)
                                .isCloseTo(mean(term), within(1e-9 * Math.max(1, Math.abs(mean(term))))));
            }
        }
        assumeTrue(any, "its noise differs from example to example");
    }

    private static double mean(Output term) {
        return Arrays.stream(term.values()).average().orElseThrow();
    }

    static void finite(List<LossSpecimen> specimens) {
        for (LossSpecimen specimen : specimens) {
            try (Built built = specimen.build(Precision.SINGLE, true, SEED)) {
                double[] data = new double[BATCH * specimen.spec().size()];
                boolean unit = specimen.loss().needsUnitInterval()
                        || specimen.likelihood().needsUnitInterval();
                double low = unit ? 0 : -EXTREME_DATA;
                double high = unit ? 1 : EXTREME_DATA;
                for (int i = 0; i < data.length; i++) {
                    data[i] = i % 2 == 0 ? low : high;
                }
                for (int sign : List.of(-1, 1)) {
                    assertFinite(specimen, built, specimen.data(BATCH, 3), "decoder/output/bias", sign * EXTREME_LOGIT);
                    assertFinite(
                            specimen, built, specimen.data(BATCH, 3), "encoder/hidden/bias", sign * EXTREME_FEATURE);
                    assertFinite(specimen, built, data, "decoder/output/bias", sign);
                }
            }
        }
    }

    private static void assertFinite(LossSpecimen specimen, Built built, double[] data, String bias, double value) {
        GraphProbe probe = built.probe();
        double[] before = probe.parameter(bias);
        double[] extreme = new double[before.length];
        // Both signs at once, so that some values are right and some are wrong by as much as can be.
        for (int i = 0; i < extreme.length; i++) {
            extreme[i] = i % 2 == 0 ? value : -value;
        }
        probe.set(bias, extreme);
        built.run(BATCH, specimen.inputs(data)).forEach((name, term) -> {
            assertFinite(specimen, name, bias, value, term);
            double[] ones = new double[term.values().length];
            Arrays.fill(ones, 1);
            probe.gradients(name, ones, BATCH, specimen.inputs(data))
                    .forEach((parameter, gradient) -> assertFinite(
                            specimen, "the gradient of " + name + " to " + parameter, bias, value, gradient));
        });
        probe.set(bias, before);
    }

    private static void assertFinite(LossSpecimen specimen, String what, String bias, double value, Output output) {
        assertThat(Arrays.stream(output.values()).allMatch(Double::isFinite))
                .as(
                        "%s: %s is finite at %s = %s: %s",
                        specimen.name(), what, bias, value, Arrays.toString(output.values()))
                .isTrue();
    }

    static void singlePrecision(List<LossSpecimen> specimens) {
        for (LossSpecimen specimen : specimens) {
            try (Built single = specimen.build(Precision.SINGLE, true, SEED);
                    Built exact = specimen.build(true, SEED);
                    Built again = specimen.build(true, SEED)) {
                double[] data = specimen.data(BATCH, 3);
                Map<String, Output> expected = exact.run(BATCH, specimen.inputs(data));
                if (!same(expected, again.run(BATCH, specimen.inputs(data)))) {
                    // That two builds differ is the finding of another rule.
                    continue;
                }
                Map<String, Output> terms = single.run(BATCH, specimen.inputs(data));
                PrecisionCheck.values(specimen.name(), terms, expected);
                for (String term : terms.keySet()) {
                    PrecisionCheck.gradients(
                            specimen.name(), term, single.probe(), exact.probe(), BATCH, specimen.inputs(data));
                }
            }
        }
    }

    private static boolean same(Map<String, Output> one, Map<String, Output> two) {
        return one.keySet().stream()
                .allMatch(name ->
                        Arrays.equals(one.get(name).values(), two.get(name).values()));
    }

    static void groups(List<LossSpecimen> specimens) {
        boolean any = false;
        for (LossSpecimen specimen : specimens) {
            try (Built built = specimen.build(true, SEED)) {
                Set<String> used = new TreeSet<>();
                own(built.probe()).forEach(name -> used.add(built.probe().group(name)));
                any |= !used.isEmpty() || !specimen.loss().groups().isEmpty();
                assertThat(used)
                        .as("%s: groups of the loss's parameters", specimen.name())
                        .isEqualTo(new TreeSet<>(specimen.loss().groups()));
            }
        }
        assumeTrue(any, "it has no parameters");
    }

    static void everyParameterIsUsed(List<LossSpecimen> specimens) {
        Set<String> all = new HashSet<>();
        for (LossSpecimen specimen : specimens) {
            try (Built built = specimen.build(true, SEED)) {
                Set<String> idle = new HashSet<>(own(built.probe()));
                all.addAll(idle);
                double[] data = specimen.data(BATCH, 3);
                built.run(BATCH, specimen.inputs(data))
                        .forEach((name, term) -> idle.removeAll(built.probe()
                                .gradients(name, Values.normal(term.values().length, 77), BATCH, specimen.inputs(data))
                                .keySet()));
                assertThat(idle)
                        .as("%s: parameters that no gradient reaches", specimen.name())
                        .isEmpty();
            }
        }
        assumeFalse(all.isEmpty(), "it has no parameters");
    }

    static void groupsAreReached(List<LossSpecimen> specimens) {
        boolean any = false;
        for (LossSpecimen specimen : specimens) {
            Set<String> known = new HashSet<>(specimen.loss().groups());
            known.addAll(Set.of(Groups.ENCODER, Groups.DECODER, Groups.PRIOR));
            Map<String, Set<String>> named = new TreeMap<>();
            for (TermSpec term : specimen.loss().terms()) {
                assertThat(known)
                        .as(
                                "%s: groups of the model and the loss, of which %s names some",
                                specimen.name(), term.name())
                        .containsAll(term.groups());
                if (!term.weight().equals(Schedule.constant(0))) {
                    term.groups()
                            .forEach(group -> named.computeIfAbsent(group, none -> new TreeSet<>())
                                    .add(term.name()));
                }
            }
            any |= !named.isEmpty();
            try (Built built = specimen.build(true, SEED)) {
                named.forEach((group, terms) -> assertThat(unreached(specimen, built, group, terms))
                        .as("%s: parameters of %s that none of the terms %s reaches", specimen.name(), group, terms)
                        .isEmpty());
            }
        }
        assumeTrue(any, "its terms name no groups");
    }

    private static Set<String> unreached(LossSpecimen specimen, Built built, String group, Set<String> terms) {
        GraphProbe probe = built.probe();
        Set<String> idle = new TreeSet<>(probe.trained());
        idle.removeIf(name -> !probe.group(name).equals(group));
        List<double[]> inputs = specimen.inputs(specimen.data(BATCH, 3));
        built.run(BATCH, inputs).forEach((name, term) -> {
            if (terms.contains(name.substring(name.indexOf(':') + 1))) {
                idle.removeAll(probe.gradients(name, Values.normal(term.values().length, 77), BATCH, inputs)
                        .keySet());
            }
        });
        return idle;
    }

    /** The loss's own parameters, by their names. */
    private static List<String> own(GraphProbe probe) {
        return probe.trained().stream().filter(name -> name.startsWith("loss/")).toList();
    }

    static void savedAndLoaded(List<LossSpecimen> original, List<LossSpecimen> reloaded) {
        for (int i = 0; i < original.size(); i++) {
            try (Built saved = original.get(i).build(true, SEED);
                    Built loaded = reloaded.get(i).build(true, OTHER_SEED)) {
                for (String name : saved.probe().parameters()) {
                    loaded.probe().set(name, saved.probe().parameter(name));
                }
                loaded.probe().reseed(SEED);
                assertSameBits(original.get(i), saved, loaded);
            }
        }
    }

    private static void assertSameBits(LossSpecimen specimen, Built one, Built two) {
        Map<String, Output> found = two.run(BATCH, specimen.inputs(specimen.data(BATCH, 3)));
        one.run(BATCH, specimen.inputs(specimen.data(BATCH, 3)))
                .forEach((name, term) -> assertThat(found.get(name).values())
                        .as("%s: %s, bit by bit", specimen.name(), name)
                        .isEqualTo(term.values()));
    }
}
