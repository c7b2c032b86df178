package dev.diabolo.engine;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.Phase;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;

/** Takes steps of each phase of a model's training plan, and tells which parameter groups it changed. For contract tests. */
public final class PhaseProbe {
    private PhaseProbe() {}

    /**
     * What one phase did.
     *
     * @param updates the groups that it says it updates
     * @param changed the groups that changed
     */
    public record Effect(Set<String> updates, Set<String> changed) {}

    /**
     * Takes some steps of each phase, each phase from the same first parameters, on all examples as one batch.
     *
     * @param steps for each phase, at least 1
     * @return by the phase's name
     */
    public static Map<String, Effect> effects(ModelDefinition model, Examples examples, long seed, int steps) {
        Backend.load();
        Map<String, Effect> effects = new LinkedHashMap<>();
        int[] batch = IntStream.range(0, examples.size()).toArray();
        for (Phase phase : RunPlan.of(model).phases()) {
            try (ParameterStore store = new ParameterStore(DataType.FLOAT, RunPlan.parameters(model));
                    WorkerPool pool = new WorkerPool(1)) {
                store.initialise(new RandomStreams(seed));
                Map<String, float[]> before = snapshot(store);
                try (PhaseTrainer trainer = new PhaseTrainer(
                        model, phase, phase.objective().keySet(), store, pool, new RandomStreams(seed))) {
                    for (int step = 0; step < steps; step++) {
                        trainer.step(
                                new Batch(examples, batch),
                                step,
                                new RunNumber.Conditions(new Moment(step, steps, steps), examples.size()));
                    }
                }
                effects.put(phase.name(), new Effect(phase.updates(), changed(store, before)));
            }
        }
        return effects;
    }

    private static Map<String, float[]> snapshot(ParameterStore store) {
        Map<String, float[]> values = new LinkedHashMap<>();
        store.values().forEach(value -> values.put(value.name(), value.values()));
        return values;
    }

    private static Set<String> changed(ParameterStore store, Map<String, float[]> before) {
        Map<String, float[]> after = snapshot(store);
        Set<String> changed = new LinkedHashSet<>();
        for (ParameterStore.Slot slot : store.slots()) {
            String name = slot.spec().name();
            boolean buffer = slot.spec().group().equals(ParameterSpec.BUFFERS);
            if (!buffer && !Arrays.equals(before.get(name), after.get(name))) {
                changed.add(slot.spec().group());
            }
        }
        return changed;
    }
}
