package dev.diabolo.engine;

import dev.diabolo.engine.compute.RowCopies;
import dev.diabolo.engine.compute.RowMaximum;
import dev.diabolo.engine.compute.RowSums;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.nd4j.linalg.api.ops.BaseReduceOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/** Translates what models with several rows of each example are made of: copies of rows, their gradient, and the greatest value of a row. */
final class RowLowering {
    static final Map<String, BiPredicate<RowLowering, Traced>> RULES = Map.of(
            "tile", RowLowering::copies,
            "tile_bp", RowLowering::copiesGradient,
            "reduce_max", RowLowering::maximum);

    private final Lowering lowering;

    RowLowering(Lowering lowering) {
        this.lowering = lowering;
    }

    private boolean copies(Traced t) {
        int count = copiesOfRow(t);
        Value rows = lowering.value(t.inputNames().get(0));
        if (count == 0 || !rows.batch() || rows.length() != t.inputs()[0].length()) {
            return false;
        }
        int width = (int) t.inputs()[0].size(2);
        Value output = lowering.fresh(t.results()[0], true);
        lowering.emit(new Node.ByExample(
                List.of(rows),
                List.of(output),
                (memory, starts) -> new RowCopies(memory.of(rows), memory.of(output), width, count, starts)));
        lowering.define(t, output);
        return true;
    }

    private boolean copiesGradient(Traced t) {
        int count = copiesOfRow(t);
        if (count == 0) {
            return false;
        }
        Value gradient = lowering.realised(t, 1);
        if (!gradient.batch()) {
            return false;
        }
        int width = (int) t.inputs()[0].size(2);
        Value output = lowering.fresh(t.results()[0], true);
        lowering.emit(new Node.ByExample(
                List.of(gradient),
                List.of(output),
                (memory, starts) -> new RowSums(memory.of(gradient), memory.of(output), width, count, starts)));
        lowering.define(t, output);
        return true;
    }

    /** How often an operation repeats {@code [n, 1, width]} along the middle dimension, or is the gradient of that; 0 where it is not. */
    private int copiesOfRow(Traced t) {
        long[] repeats = ((DynamicCustomOp) t.function()).iArgs();
        long[] shape = t.inputs()[0].shape();
        int inputs = t.function().opName().equals("tile") ? 1 : 2;
        boolean ofRows = t.inputs().length == inputs
                && repeats.length == 3
                && repeats[0] == 1
                && repeats[2] == 1
                && shape.length == 3
                && shape[0] == lowering.examples()
                && shape[1] == 1;
        return ofRows ? Math.toIntExact(repeats[1]) : 0;
    }

    private boolean maximum(Traced t) {
        int[] axes = ((BaseReduceOp) t.function()).getDimensions();
        long[] shape = t.inputs()[0].shape();
        boolean last =
                axes != null && axes.length == 1 && shape.length > 1 && (axes[0] == shape.length - 1 || axes[0] == -1);
        if (!last || t.results()[0].length() % lowering.examples() != 0) {
            return false;
        }
        Value input = lowering.realised(t, 0);
        if (!input.batch()) {
            return false;
        }
        int width = (int) shape[shape.length - 1];
        int rows = (int) t.results()[0].length() / lowering.examples();
        Value output = lowering.fresh(t.results()[0], true);
        lowering.emit(new Node.ByExample(
                List.of(input),
                List.of(output),
                (memory, starts) -> new RowMaximum(memory.of(input), memory.of(output), width, rows, starts)));
        lowering.define(t, output);
        return true;
    }
}
