package dev.diabolo.engine;

import dev.diabolo.engine.Node.Operand;
import dev.diabolo.engine.compute.ElementFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ops.BaseReduceOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/** Translates sums and means over neighbouring dimensions, and their gradients. */
final class ReductionLowering {
    static final Map<String, BiPredicate<ReductionLowering, Traced>> RULES = Map.of(
            "reduce_sum", ReductionLowering::reduction,
            "reduce_mean", ReductionLowering::reduction,
            "reduce_sum_bp", ReductionLowering::gradient,
            "reduce_mean_bp", ReductionLowering::gradient);

    private final Lowering lowering;
    private final Elements elements;
    private final Sequences sequences;

    ReductionLowering(Lowering lowering, Elements elements, Sequences sequences) {
        this.lowering = lowering;
        this.elements = elements;
        this.sequences = sequences;
    }

    private boolean reduction(Traced t) {
        BaseReduceOp reduce = (BaseReduceOp) t.function();
        boolean mean = reduce.opName().equals("reduce_mean");
        long[] shape = t.inputs()[0].shape();
        boolean[] reduced = reduced(shape, reduce.getDimensions());
        int first = IntStream.range(0, shape.length)
                .filter(i -> reduced[i])
                .findFirst()
                .orElse(-1);
        int last =
                IntStream.range(0, shape.length).filter(i -> reduced[i]).max().orElse(-1);
        boolean contiguous = IntStream.rangeClosed(Math.max(0, first), last).allMatch(i -> reduced[i] || shape[i] == 1);
        if (first < 0 || !contiguous) {
            return false;
        }
        int count = (int) t.inputs()[0].length() / (int) t.results()[0].length();
        float factor = mean ? 1f / count : 1f;
        boolean trailing = IntStream.range(last + 1, shape.length).allMatch(i -> shape[i] == 1);
        boolean leading = IntStream.range(0, first).allMatch(i -> shape[i] == 1);
        if (!trailing && !leading) {
            return false;
        }
        Value bySteps = leading && first == 0 && last == 0 ? sequences.rowsBySteps(t, 0) : null;
        Value input = bySteps == null ? lowering.realised(t, 0) : bySteps;
        boolean keepsRows = trailing && first > 0 && input.batch();
        Value output = lowering.fresh(t.results()[0], keepsRows);
        lowering.emit(
                trailing
                        ? new Node.RowSum(input, count, factor, output)
                        : new Node.ColumnSum(input, count, factor, output));
        lowering.define(t, output);
        return true;
    }

    private static boolean[] reduced(long[] shape, int[] axes) {
        boolean[] reduced = new boolean[shape.length];
        boolean all = axes == null || axes.length == 0 || axes.length == 1 && axes[0] == Integer.MAX_VALUE;
        for (int i = 0; i < shape.length; i++) {
            reduced[i] = all;
        }
        if (!all) {
            for (int axis : axes) {
                reduced[axis < 0 ? axis + shape.length : axis] = true;
            }
        }
        return reduced;
    }

    private boolean gradient(Traced t) {
        long[] shape = t.inputs()[0].shape();
        int[] axes = Arrays.stream(((DynamicCustomOp) t.function()).iArgs())
                .mapToInt(Math::toIntExact)
                .toArray();
        boolean[] reduced = reduced(shape, axes);
        long[] kept = new long[shape.length];
        long count = 1;
        for (int i = 0; i < shape.length; i++) {
            kept[i] = reduced[i] ? 1 : shape[i];
            count *= reduced[i] ? shape[i] : 1;
        }
        Value gradient = lowering.value(t.inputNames().get(1));
        boolean mean = t.function().opName().equals("reduce_mean_bp");
        if (gradient.length() == 1 && !mean) {
            lowering.define(t, gradient);
            return true;
        }
        int repeat = gradient.length() == 1 ? 1 : Elements.repeat(kept, shape);
        if (repeat == 0) {
            return false;
        }
        ElementFunction function = mean ? ElementFunction.MULTIPLY_CONSTANT : ElementFunction.COPY;
        float factor = mean ? 1f / count : 0;
        boolean batch = lowering.value(t.inputNames().get(0)).batch();
        lowering.define(
                t, elements.value(function, factor, List.of(new Operand(gradient, repeat)), batch, t.results()[0]));
        return true;
    }
}
