package dev.diabolo.spi;

import dev.diabolo.spi.graph.Tensor;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** A model's {@link Prior} in a graph, as a loss sees it. */
public interface CodeDistribution {
    /** See {@link Prior#logDensity}. */
    SDVariable logDensity(Tensor code);

    /** The codes that this step draws; the same at every call. See {@link Prior#sample}. */
    Tensor sample();

    /** The codes that this step draws for classes; the same at every call. See {@link Prior#sampleOf}. */
    Tensor sampleOf(Tensor classes);

    /** See {@link Prior#divergence}. */
    Optional<SDVariable> divergence(Latent posterior);
}
