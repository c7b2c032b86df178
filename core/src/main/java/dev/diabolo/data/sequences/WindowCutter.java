package dev.diabolo.data.sequences;

import dev.diabolo.data.DataErrors;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts sequences into windows. What is left at the end of a sequence, shorter than a window, is not used. A window has the
 * label of its last step.
 *
 * @param features values of a step
 * @param window steps of an example; 0 for those of the first sequence
 * @param stride steps between the beginnings of two; 0 for the window's
 */
record WindowCutter(int features, int window, int stride) {
    /** As Java allows of an array. */
    private static final long MOST_VALUES = Integer.MAX_VALUE - 8;

    Examples cut(List<Sequence> sequences, boolean labelled) {
        int length = length(sequences);
        int step = stride == 0 ? length : stride;
        long count = 0;
        for (Sequence sequence : sequences) {
            requireLength(sequence, length);
            count += (sequence.length() - length) / step + 1;
        }
        if (count > MOST_VALUES) {
            throw DataErrors.tooLarge("windows", count);
        }
        float[][] values = new float[sequences.size()][];
        IntStream.Builder sequenceOf = IntStream.builder();
        IntStream.Builder startOf = IntStream.builder();
        IntStream.Builder labels = IntStream.builder();
        for (int i = 0; i < values.length; i++) {
            Sequence sequence = sequences.get(i);
            values[i] = flat(sequence);
            for (int start = 0; start + length <= sequence.length(); start += step) {
                sequenceOf.add(i);
                startOf.add(start);
                if (labelled) {
                    labels.add(sequence.step(start + length - 1).label());
                }
            }
        }
        return new Windows(
                TensorSpec.of(features, length),
                values,
                sequenceOf.build().toArray(),
                startOf.build().toArray(),
                labels.build().toArray());
    }

    private int length(List<Sequence> sequences) {
        if (window > 0) {
            return window;
        }
        Sequence first = sequences.get(0);
        for (Sequence sequence : sequences) {
            if (sequence.length() != first.length()) {
                throw DiaboloException.user(
                        "data.different-lengths",
                        Problem.of("sequences have different lengths: " + first.name() + " has " + first.length()
                                        + " steps, and " + sequence.name() + " has " + sequence.length())
                                .at(sequence.name())
                                .remedy("cut them into windows of one length with data.window"));
            }
        }
        return first.length();
    }

    private static void requireLength(Sequence sequence, int length) {
        if (sequence.length() < length) {
            throw DiaboloException.user(
                    "data.window-too-long",
                    Problem.of("the window has " + length + " steps, and this sequence has " + sequence.length())
                            .at(sequence.name())
                            .allowed("a window of at most " + sequence.length())
                            .remedy("set data.window to less, or leave out sequences that are too short"));
        }
    }

    private float[] flat(Sequence sequence) {
        if ((long) sequence.length() * features > MOST_VALUES) {
            throw DataErrors.tooLarge(sequence.name(), (long) sequence.length() * features);
        }
        float[] flat = new float[sequence.length() * features];
        for (int i = 0; i < sequence.length(); i++) {
            System.arraycopy(sequence.step(i).values(), 0, flat, i * features, features);
        }
        return flat;
    }
}
