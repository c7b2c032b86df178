package dev.diabolo.plugins.vae.quantised;

import dev.diabolo.spi.graph.GraphScope;
import org.nd4j.autodiff.samediff.SDVariable;

/** Finds the nearest entry. */
final class Nearest {
    private Nearest() {}

    /**
     * By {@code ||e||^2 - 2 z e}, which is the squared distance without the part that all entries share.
     *
     * @param rows shape {@code [choices, size]}
     * @param entries shape {@code [entries, size]}
     * @param count of the entries
     * @return shape {@code [choices, entries]}: 1 for the nearest entry, of equally near ones the first, 0 for the others
     */
    static SDVariable choices(GraphScope scope, SDVariable rows, SDVariable entries, int count) {
        SDVariable squares = entries.mul(entries).sum(1).reshape(1, -1);
        SDVariable distances = squares.sub(rows.mmul(entries.permute(1, 0)).mul(2));
        SDVariable nearest = scope.graph().argmin(distances, false, 1);
        return scope.graph().oneHot(nearest, count, 1, 1, 0, scope.dataType());
    }
}
