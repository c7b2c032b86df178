package dev.diabolo;

import dev.diabolo.spi.CodeSpace;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.TrainedParameter;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Codes of entries of a codebook, each entry by its number: of those that some codes had, in the order in which they had them. Channels
 * of a place are groups of an entry's size, one behind the other; see {@link dev.diabolo.spi.Latent.Quantised}.
 *
 * @param code the shape of a code, {@code [channels]} or {@code [channels, places...]}
 * @param choices {@code [groups]} or {@code [groups, places...]}
 * @param entries one behind the other
 * @param numbers of the entries
 */
record ChosenEntries(TensorSpec code, TensorSpec choices, List<float[]> entries, Map<Entry, Integer> numbers)
        implements CodeTranslation {
    private static final String ENTRIES = "entries";

    /** The bits of an entry's numbers. */
    record Entry(List<Integer> bits) {
        static Entry of(float[] values) {
            return new Entry(Arrays.stream(indices(values.length))
                    .map(i -> Float.floatToIntBits(values[i]))
                    .boxed()
                    .toList());
        }

        private static int[] indices(int count) {
            int[] indices = new int[count];
            Arrays.setAll(indices, i -> i);
            return indices;
        }
    }

    private static ChosenEntries of(TensorSpec code, TensorSpec choices, List<float[]> entries) {
        Map<Entry, Integer> numbers = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            numbers.put(Entry.of(entries.get(i)), i);
        }
        return new ChosenEntries(code, choices, List.copyOf(entries), Map.copyOf(numbers));
    }

    /** Of the entries that codes have. */
    static ChosenEntries of(TensorSpec code, TensorSpec choices, float[][] codes) {
        ChosenEntries none = of(code, choices, List.of());
        Map<Entry, float[]> found = new LinkedHashMap<>();
        for (float[] one : codes) {
            for (int choice = 0; choice < choices.size(); choice++) {
                float[] entry = none.entry(one, choice);
                found.putIfAbsent(Entry.of(entry), entry);
            }
        }
        return of(code, choices, new ArrayList<>(found.values()));
    }

    static ChosenEntries restore(TensorSpec code, TensorSpec choices, Map<String, TrainedParameter> state) {
        TrainedParameter kept = state.get(ENTRIES);
        int width = code.size() / choices.size();
        if (kept == null || kept.values().length == 0 || kept.values().length % width != 0) {
            throw DiaboloException.user(
                    "sampler.broken",
                    Problem.of("what is kept of the fitted distribution does not fit entries of " + width + " numbers")
                            .remedy("fit it again with 'diabolo fit-sampler'"));
        }
        List<float[]> entries = new ArrayList<>();
        for (int i = 0; i < kept.values().length; i += width) {
            entries.add(Arrays.copyOfRange(kept.values(), i, i + width));
        }
        return of(code, choices, entries);
    }

    private int places() {
        return code.size() / (int) code.dimension(0);
    }

    private int width() {
        return code.size() / choices.size();
    }

    /** Where number i of an entry is in a code. */
    private int position(int choice, int i) {
        int group = choice / places();
        int place = choice % places();
        return (group * width() + i) * places() + place;
    }

    private float[] entry(float[] values, int choice) {
        float[] entry = new float[width()];
        for (int i = 0; i < entry.length; i++) {
            entry[i] = values[position(choice, i)];
        }
        return entry;
    }

    @Override
    public CodeSpace space() {
        return new CodeSpace.Choices(choices, entries.size());
    }

    @Override
    public int size() {
        return code.size();
    }

    @Override
    public Optional<float[]> seen(float[] values) {
        float[] seen = new float[choices.size()];
        for (int choice = 0; choice < seen.length; choice++) {
            Integer number = numbers.get(Entry.of(entry(values, choice)));
            if (number == null) {
                return Optional.empty();
            }
            seen[choice] = number;
        }
        return Optional.of(seen);
    }

    @Override
    public float[] code(float[] seen) {
        float[] values = new float[size()];
        for (int choice = 0; choice < seen.length; choice++) {
            float[] entry = entries.get(Math.round(seen[choice]));
            for (int i = 0; i < entry.length; i++) {
                values[position(choice, i)] = entry[i];
            }
        }
        return values;
    }

    /** Choices have probabilities, and no volume. */
    @Override
    public double logVolume() {
        return 0;
    }

    @Override
    public Map<String, TrainedParameter> state() {
        float[] all = new float[entries.size() * width()];
        for (int i = 0; i < entries.size(); i++) {
            System.arraycopy(entries.get(i), 0, all, i * width(), width());
        }
        return Map.of(ENTRIES, new TrainedParameter(new long[] {entries.size(), width()}, all));
    }
}
