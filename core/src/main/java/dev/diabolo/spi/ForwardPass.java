package dev.diabolo.spi;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Tensor;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** One pass of a batch through the model, as a loss sees it. */
public interface ForwardPass {
    /** What is to be reconstructed; shape {@code [batch, data...]}, after preprocessing. */
    Tensor data();

    /** What the encoder was given: {@link #data()}, or a corruption of it. */
    Tensor input();

    /** The code of {@link #input()}. */
    Latent latent();

    /** What was decoded from the code: from its sample in training, from its mode elsewhere. */
    Reconstruction reconstruction();

    /**
     * The code of another input, by the same encoder and posterior with the same parameters and noise.
     *
     * @param input shape {@code [batch, data...]}
     */
    Latent infer(Tensor input);

    /**
     * What the same decoder and likelihood make of another code, with the same parameters and noise.
     *
     * @param code shape {@code [batch, code...]}
     */
    Reconstruction generate(Tensor code);

    /**
     * As {@link #generate(Tensor)}, of codes of which each example has several.
     *
     * @param codes shape {@code [batch count, code...]}, those of an example one behind the other, as in {@link Draws}
     * @throws DiaboloException (USER) where only a part of the model is trained
     */
    default Reconstruction generate(Tensor codes, int count) {
        throw partial();
    }

    /**
     * The trained parameters that a group's components have used in the pass, such as the decoder's, for penalties on their size:
     * those of the group, and those that another group shares with it ({@link dev.diabolo.spi.graph.GraphScope#shared}).
     *
     * @param group {@link dev.diabolo.spi.training.Groups#ENCODER}, {@link dev.diabolo.spi.training.Groups#DECODER} or one of the
     *     loss's own
     * @return in the order in which they were made; empty where the group has none
     */
    List<SDVariable> parameters(String group);

    /**
     * The labels of the examples, where the run has labels: one-hot, shape {@code [batch, classes]}; a row of zeros where an
     * example's label is not known. Empty where labels are of no concern to the run.
     */
    default Optional<Tensor> labels() {
        return Optional.empty();
    }

    /** The distribution that codes are meant to have; empty where the model has no prior. */
    default Optional<CodeDistribution> prior() {
        return Optional.empty();
    }

    /**
     * Several samples of each example's code, decoded. The encoder is asked once; posterior, decoder and likelihood see as many
     * rows as there are samples.
     *
     * @param count samples of each example, at least 1
     * @throws DiaboloException (USER) where only a part of the model is trained
     */
    default Draws draws(int count) {
        throw partial();
    }

    private static DiaboloException partial() {
        return DiaboloException.user(
                "loss.no-draws",
                Problem.of(
                                "this loss takes several samples of the code, and layers that are trained one by one have none")
                        .remedy("choose a trainer that trains all layers together"));
    }
}
