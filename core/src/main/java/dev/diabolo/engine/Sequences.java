package dev.diabolo.engine;

import dev.diabolo.engine.Node.Element;
import dev.diabolo.engine.Node.Operand;
import dev.diabolo.engine.compute.CellShape;
import dev.diabolo.engine.compute.ElementFunction;
import dev.diabolo.engine.compute.SequenceCopy;
import dev.diabolo.engine.compute.SequenceOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/**
 * Which variables of a graph that is being lowered are batches of sequences, and in which orders their values are there; with the
 * permutations and repetitions around recurrent layers.
 *
 * <p>What a recurrent layer makes is kept by steps as long as only matrix products over the last dimension follow, which do not
 * mind the order of rows. Both orders of every result are defined, and the one that nobody reads is dropped in the end.
 */
final class Sequences {
    static final Map<String, BiPredicate<Sequences, Traced>> RULES = Map.of(
            "permute", Sequences::permutation,
            "tile", Sequences::repetition,
            "tile_bp", Sequences::repetitionGradient);

    private final Lowering lowering;
    private final Map<Place, Sequence> sequences = new HashMap<>();
    private boolean wantedBySteps;

    /** A variable as a batch of sequences in an order. */
    private record Place(String root, SequenceOrder order) {}

    /** What is known of a batch of sequences beside its array. */
    final class Sequence {
        private final int width;
        private final int time;
        private final Value plain;
        private final SequenceOrder order;
        private @Nullable Value bySteps;
        private @Nullable Value repeated;
        private @Nullable Value sum;

        Sequence(int width, int time, Value plain, SequenceOrder order) {
            this.width = width;
            this.time = time;
            this.plain = plain;
            this.order = order;
        }

        int width() {
            return width;
        }

        /** The vector that it is at every step; null where it is not known to be one. */
        @Nullable
        Value repeated() {
            return repeated;
        }

        /** Tells where the sum over the steps is, {@code [n, width]}. */
        void sumIs(Value value) {
            sum = value;
        }

        /** Its values by steps, {@code [n time, width]}. */
        Value bySteps() {
            if (bySteps == null) {
                bySteps = new Value(lowering.floats(lowering.examples() * time, width), true);
                copy(plain, order, bySteps, SequenceOrder.BY_STEPS, width, time);
            }
            return bySteps;
        }
    }

    Sequences(Lowering lowering) {
        this.lowering = lowering;
    }

    /** Tells that a recurrent layer is in the graph, so that from now on rows by steps are worth having. */
    void wantBySteps() {
        wantedBySteps = true;
    }

    // --- Rows by steps, for matrix products

    /** An input of shape {@code [n time, width]} by steps; null where it has no such form or no layer would use it. */
    @Nullable
    Value rowsBySteps(Traced t, int index) {
        Sequence sequence = sequences.get(place(t.inputNames().get(index), SequenceOrder.WIDTH_LAST));
        long[] shape = t.inputs()[index].shape();
        boolean fits = wantedBySteps
                && sequence != null
                && shape[shape.length - 1] == sequence.width
                && t.inputs()[index].length() == (long) lowering.examples() * sequence.time * sequence.width;
        return fits ? sequence.bySteps() : null;
    }

    /** Defines a result of shape {@code [n time, width]} that was computed by steps from rows of such an input. */
    void defineRows(Traced t, int index, Value bySteps) {
        Sequence input = sequences.get(place(t.inputNames().get(index), SequenceOrder.WIDTH_LAST));
        int width = (int) t.results()[0].size(1);
        define(t.outputNames().get(0), t.results()[0], SequenceOrder.WIDTH_LAST, width, input.time, bySteps);
    }

    private Place place(String name, SequenceOrder order) {
        return new Place(lowering.root(name), order);
    }

    /** Defines a variable whose values were computed by steps. */
    Sequence define(String name, INDArray array, SequenceOrder order, int width, int time, Value bySteps) {
        Value plain = new Value(array, true);
        copy(bySteps, SequenceOrder.BY_STEPS, plain, order, width, time);
        Sequence sequence = new Sequence(width, time, plain, order);
        sequence.bySteps = bySteps;
        lowering.define(name, plain);
        sequences.put(place(name, order), sequence);
        return sequence;
    }

    private void copy(Value from, SequenceOrder order, Value to, SequenceOrder wanted, int width, int time) {
        lowering.emit(new Node.ByExample(
                List.of(from),
                List.of(to),
                (memory, starts) -> new SequenceCopy(
                        memory.of(from), order, memory.of(to), wanted, new CellShape(width, time, starts))));
    }

    /** An input as a batch of sequences. */
    Sequence sequence(Traced t, int index, SequenceOrder order, int width, int time) {
        Place place = place(t.inputNames().get(index), order);
        Sequence known = sequences.get(place);
        if (known != null && known.width == width && known.time == time) {
            return known;
        }
        Sequence sequence = new Sequence(width, time, lowering.realised(t, index), order);
        sequences.put(place, sequence);
        return sequence;
    }

    // --- Permutations and repetitions

    private boolean permutation(Traced t) {
        long[] axes = ((DynamicCustomOp) t.function()).iArgs();
        long[] shape = t.inputs()[0].shape();
        if (!Arrays.equals(axes, new long[] {0, 2, 1}) || shape[0] != lowering.examples()) {
            return false;
        }
        String name = t.inputNames().get(0);
        boolean widthLast = sequences.containsKey(place(name, SequenceOrder.WIDTH_LAST));
        SequenceOrder order = widthLast ? SequenceOrder.WIDTH_LAST : SequenceOrder.TIME_LAST;
        SequenceOrder wanted = widthLast ? SequenceOrder.TIME_LAST : SequenceOrder.WIDTH_LAST;
        int width = (int) (widthLast ? shape[2] : shape[1]);
        int time = (int) (widthLast ? shape[1] : shape[2]);
        Sequence input = sequence(t, 0, order, width, time);
        Value output = new Value(t.results()[0], true);
        copy(input.plain, input.order, output, wanted, width, time);
        lowering.define(t.outputNames().get(0), output);
        Sequence result;
        if (input.bySteps == null) {
            result = new Sequence(width, time, input.plain, input.order);
        } else {
            result = new Sequence(width, time, output, wanted);
            result.bySteps = input.bySteps;
        }
        result.repeated = input.repeated;
        result.sum = input.sum;
        sequences.put(place(t.outputNames().get(0), wanted), result);
        return true;
    }

    private boolean repetition(Traced t) {
        long[] shape = t.results()[0].shape();
        if (!repeatsColumn(t) || lowering.value(t.inputNames().get(0)).length() != shape[0] * shape[1]) {
            return false;
        }
        Value column = lowering.value(t.inputNames().get(0));
        Value repeated = new Value(t.results()[0], column.batch());
        int time = (int) shape[2];
        lowering.emit(new Element(ElementFunction.COPY, 0, List.of(new Operand(column, time)), repeated));
        lowering.define(t.outputNames().get(0), repeated);
        Sequence sequence = new Sequence((int) shape[1], time, repeated, SequenceOrder.TIME_LAST);
        sequence.repeated = column;
        sequences.put(place(t.outputNames().get(0), SequenceOrder.TIME_LAST), sequence);
        return true;
    }

    private boolean repetitionGradient(Traced t) {
        if (!repeatsColumn(t)) {
            return false;
        }
        Sequence gradient = sequences.get(place(t.inputNames().get(1), SequenceOrder.TIME_LAST));
        if (gradient != null && gradient.sum != null) {
            lowering.define(t.outputNames().get(0), gradient.sum);
            return true;
        }
        Value output = new Value(t.results()[0], true);
        int time = (int) t.inputs()[1].size(2);
        lowering.emit(new Node.RowSum(lowering.realised(t, 1), time, 1, output));
        lowering.define(t.outputNames().get(0), output);
        return true;
    }

    /** Whether an operation repeats {@code [n, width, 1]} along the last dimension, or is the gradient of that. */
    private boolean repeatsColumn(Traced t) {
        long[] repeats = ((DynamicCustomOp) t.function()).iArgs();
        long[] shape = t.inputs()[0].shape();
        int dynamic = t.function().opName().equals("tile") ? 1 : 2;
        return t.inputs().length == dynamic
                && repeats.length == 3
                && repeats[0] == 1
                && repeats[1] == 1
                && shape.length == 3
                && shape[0] == lowering.examples()
                && shape[2] == 1;
    }
}
