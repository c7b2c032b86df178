package dev.diabolo.spi;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The distribution that codes are meant to have, and that generated codes are drawn from. Its parameters, where it learns any,
 * belong to the group {@link dev.diabolo.spi.training.Groups#PRIOR}.
 */
public interface Prior {
    /** What a prior may use of the model that it belongs to. */
    interface Model {
        /** The shape of one code. */
        TensorSpec code();

        /** The shape of one example. */
        TensorSpec data();

        /**
         * The code of an input of any number of rows, by the model's encoder and posterior as they are outside of training:
         * without dropout, with the statistics of the data. Its sample is of use only where the rows are a batch's.
         */
        Latent infer(Tensor input);
    }

    /**
     * Refuses codes that it has no distribution for; asked before any graph is built.
     *
     * @param code the shape of one code
     * @throws dev.diabolo.spi.error.DiaboloException (USER) with the shape
     */
    void requireSupported(TensorSpec code);

    /**
     * The logarithm of the density of codes, in nats.
     *
     * @param code shape {@code [rows, code...]}; any number of rows
     * @return shape {@code [rows]}
     * @throws dev.diabolo.spi.error.DiaboloException (USER) where it can be drawn from but has no density
     */
    SDVariable logDensity(GraphScope scope, Model model, Tensor code);

    /**
     * One code for each example of the batch, drawn with {@link GraphScope#noise}. Outside training too: generating asks for
     * it.
     *
     * @return shape {@code [batch, code...]}
     */
    Tensor sample(GraphScope scope, Model model);

    /**
     * The divergence {@code KL(q || p)} of a posterior from this prior, where it has a closed form.
     *
     * @return shape {@code [rows, dimensions]}, of which the sum over dimensions is the divergence, in nats; empty where it
     *     must be estimated from samples
     */
    default Optional<SDVariable> divergence(GraphScope scope, Model model, Latent posterior) {
        return Optional.empty();
    }
}
