package dev.diabolo.engine.classification;

import dev.diabolo.engine.WithoutLikelihood;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import org.nd4j.autodiff.samediff.SDVariable;

/** Gives zeros: the engine's models have a decoder, and a classifier has no use for one. */
final class NoDecoder implements Decoder, Likelihood {
    @Override
    public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        double[] ones = new double[output.size()];
        Arrays.fill(ones, 1);
        SDVariable nothing = code.flat().variable().sum(true, 1).mul(0);
        return new Tensor(nothing.mmul(scope.constant(ones, 1, ones.length)), output);
    }

    @Override
    public TensorSpec raw(TensorSpec data) {
        return data;
    }

    @Override
    public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
        return new WithoutLikelihood(raw, "nothing");
    }
}
