package dev.diabolo.engine;

import dev.diabolo.engine.Node.Factors;
import dev.diabolo.engine.Node.Operand;
import dev.diabolo.engine.compute.ElementFunction;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;

/** Translates products of matrices. */
final class ProductLowering {
    static final Map<String, BiPredicate<ProductLowering, Traced>> RULES =
            Map.of("xw_plus_b", ProductLowering::affine, "matmul", ProductLowering::product);

    private final Lowering lowering;
    private final Elements elements;
    private final Sequences sequences;

    ProductLowering(Lowering lowering, Elements elements, Sequences sequences) {
        this.lowering = lowering;
        this.elements = elements;
        this.sequences = sequences;
    }

    private boolean affine(Traced t) {
        long[] x = t.inputs()[0].shape();
        long[] w = t.inputs()[1].shape();
        if (t.inputs().length != 3 || x.length != 2 || w.length != 2 || x[1] != w[0]) {
            return false;
        }
        Value bySteps = sequences.rowsBySteps(t, 0);
        INDArray array = bySteps == null ? t.results()[0] : lowering.floats(t.results()[0].shape());
        Value a = bySteps == null ? lowering.realised(t, 0) : bySteps;
        Value b = lowering.realised(t, 1);
        // The product and its sum with the bias share memory: the sum reads each value before it writes it.
        Value product = lowering.fresh(array, a.batch());
        List<Factors> factors = List.of(new Factors(a, false, b, false, (int) x[1]));
        lowering.emit(new Node.Product(factors, (int) x[0], (int) w[1], product));
        Operand bias = elements.operand(t, 2, t.results()[0].shape());
        Value sum = elements.value(ElementFunction.ADD, 0, List.of(new Operand(product, 1), bias), array);
        if (bySteps == null) {
            lowering.define(t, sum);
        } else {
            sequences.defineRows(t, 0, sum);
        }
        return true;
    }

    private boolean product(Traced t) {
        DynamicCustomOp operation = (DynamicCustomOp) t.function();
        long[] a = t.inputs()[0].shape();
        long[] b = t.inputs()[1].shape();
        long[] flags = operation.iArgs();
        boolean plain = a.length == 2
                && b.length == 2
                && (flags.length < 3 || flags[2] == 0)
                && (operation.tArgs().length < 2
                        || operation.tArgs()[0] == 1 && operation.tArgs()[1] == 0);
        if (!plain) {
            return false;
        }
        boolean transposeA = flags.length > 0 && flags[0] != 0;
        boolean transposeB = flags.length > 1 && flags[1] != 0;
        int rows = (int) (transposeA ? a[1] : a[0]);
        int inner = (int) (transposeA ? a[0] : a[1]);
        int columns = (int) (transposeB ? b[0] : b[1]);
        Value leftBySteps = sequences.rowsBySteps(t, 0);
        Value rightBySteps = transposeA && !transposeB ? sequences.rowsBySteps(t, 1) : null;
        boolean bySteps = leftBySteps != null && (!transposeA || rightBySteps != null);
        Value left = bySteps ? leftBySteps : lowering.realised(t, 0);
        Value right = bySteps && transposeA ? rightBySteps : lowering.realised(t, 1);
        boolean ofRows = bySteps && !transposeA;
        INDArray array = ofRows ? lowering.floats(t.results()[0].shape()) : t.results()[0];
        Value output = lowering.fresh(array, left.batch() && !transposeA && !right.batch());
        lowering.emit(new Node.Product(
                List.of(new Factors(left, transposeA, right, transposeB, inner)), rows, columns, output));
        if (ofRows) {
            sequences.defineRows(t, 0, output);
        } else {
            lowering.define(t, output);
        }
        return true;
    }
}
