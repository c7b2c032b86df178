package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.graph.Activation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;

/** Activations by the names of both. */
final class Activations {
    private static final Map<Activation, org.nd4j.linalg.activations.Activation> BY_OURS = new EnumMap<>(Map.of(
            Activation.LINEAR, org.nd4j.linalg.activations.Activation.IDENTITY,
            Activation.RELU, org.nd4j.linalg.activations.Activation.RELU,
            Activation.LEAKY_RELU, org.nd4j.linalg.activations.Activation.LEAKYRELU,
            Activation.ELU, org.nd4j.linalg.activations.Activation.ELU,
            Activation.SELU, org.nd4j.linalg.activations.Activation.SELU,
            Activation.GELU, org.nd4j.linalg.activations.Activation.GELU,
            Activation.SWISH, org.nd4j.linalg.activations.Activation.SWISH,
            Activation.SIGMOID, org.nd4j.linalg.activations.Activation.SIGMOID,
            Activation.TANH, org.nd4j.linalg.activations.Activation.TANH,
            Activation.SOFTPLUS, org.nd4j.linalg.activations.Activation.SOFTPLUS));

    private Activations() {}

    static org.nd4j.linalg.activations.Activation theirs(Activation ours) {
        return BY_OURS.get(ours);
    }

    /** Ours, where there is one that computes the same, settings included. */
    static Optional<Activation> ours(IActivation theirs) {
        return BY_OURS.entrySet().stream()
                .filter(entry -> entry.getValue().getActivationFunction().equals(theirs))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
