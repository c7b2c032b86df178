package dev.diabolo.plugins.vanilla.loss;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link StructuralSimilarityProvider}. */
record StructuralSimilarity(StructuralSimilarityOptions options) implements Loss {
    private static final TermSpec TERM =
            new TermSpec("ssim", "none", "one minus the mean structural similarity of an image");

    /** (K1 L)^2 and (K2 L)^2 of the source, for a range L of 1. */
    private static final double C1 = 0.01 * 0.01;

    private static final double C2 = 0.03 * 0.03;

    @Override
    public List<TermSpec> terms() {
        return List.of(TERM);
    }

    @Override
    public boolean needsUnitInterval() {
        return true;
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        TensorSpec spec = pass.data().spec();
        requireImage(spec);
        GaussianWindow window = new GaussianWindow(scope, options, spec);
        SDVariable x = pass.data().variable();
        SDVariable y = pass.reconstruction().mean().variable();
        SDVariable meanX = window.mean(x);
        SDVariable meanY = window.mean(y);
        SDVariable squareX = meanX.mul(meanX);
        SDVariable squareY = meanY.mul(meanY);
        SDVariable product = meanX.mul(meanY);
        SDVariable covariance = window.mean(x.mul(y)).sub(product);
        SDVariable variances = window.mean(x.mul(x).add(y.mul(y))).sub(squareX).sub(squareY);
        SDVariable above = product.mul(2).add(C1).mul(covariance.mul(2).add(C2));
        SDVariable below = squareX.add(squareY).add(C1).mul(variances.add(C2));
        Tensor similarity = new Tensor(above.div(below), window.places());
        return Map.of(TERM.name(), similarity.flat().variable().mean(1).rsub(1));
    }

    private static void requireImage(TensorSpec data) {
        if (data.rank() < 2) {
            throw DiaboloException.user(
                    "loss.no-image",
                    Problem.of("structural similarity compares images, and the data have the shape " + data)
                            .at("loss")
                            .allowed("[channels, height, width] or [height, width]")
                            .remedy("choose another reconstruction error, such as vanilla.mse"));
        }
    }
}
