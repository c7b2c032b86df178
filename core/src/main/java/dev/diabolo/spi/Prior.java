package dev.diabolo.spi;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
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
     * @throws DiaboloException (USER) with the shape
     */
    void requireSupported(TensorSpec code);

    /**
     * The logarithm of the density of codes, in nats.
     *
     * @param code shape {@code [rows, code...]}; any number of rows
     * @return shape {@code [rows]}
     * @throws DiaboloException (USER) where it can be drawn from but has no density
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
     * One code for each example of the batch, each drawn from the part of the distribution that belongs to its class, as
     * {@link #sample} draws from the whole.
     *
     * @param classes shape {@code [batch, classes]}: one-hot; of a row of zeros, the class is drawn too
     * @return shape {@code [batch, code...]}
     * @throws DiaboloException (USER) where it has no parts, or not as many as there are classes
     */
    default Tensor sampleOf(GraphScope scope, Model model, Tensor classes) {
        throw DiaboloException.user(
                "prior.no-classes",
                Problem.of("this prior has no part for each class")
                        .at("prior")
                        .remedy("use a mixture with a component for each class, or a loss without labels"));
    }

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
