package dev.diabolo.spi.exchange;

import dev.diabolo.spi.graph.TensorSpec;
import java.util.Map;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * A trained network as the graph that is run: from data to codes, from codes to data, or both, without noise, losses and posteriors
 * that only training needs. Whoever exports it walks from {@code output} back to {@code input}, and so needs to know no component
 * by name.
 *
 * <p>For one thread: a graph of ND4J's is not safe for several. Owns no native memory but the graph's constants, which ND4J frees
 * when nothing refers to it; the model may be closed meanwhile, and is not changed by what is done to these values.
 *
 * @param part {@code encoder}, {@code decoder} or {@code whole}
 * @param graph its parameters and its input are placeholders
 * @param input name of the input in the graph; shape {@code [batch, inputSpec...]}
 * @param before what is done to the caller's values before they are the graph's input
 * @param output name of the result in the graph; shape {@code [batch, outputSpec...]}
 * @param after what is done to the graph's result before it is the caller's
 * @param parameters by name in the graph
 */
public record TrainedNetwork(
        String part,
        SameDiff graph,
        String input,
        TensorSpec inputSpec,
        LinearMap before,
        String output,
        TensorSpec outputSpec,
        LinearMap after,
        Map<String, TrainedParameter> parameters) {
    public TrainedNetwork {
        parameters = Map.copyOf(parameters);
    }
}
