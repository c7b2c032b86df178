package dev.diabolo.spi.graph;

import org.nd4j.autodiff.samediff.SDVariable;

/** An element-wise non-linearity, by its usual name. */
public enum Activation {
    LINEAR,
    RELU,
    /** x where positive, 0.01 x elsewhere. */
    LEAKY_RELU,
    ELU,
    SELU,
    /** x Phi(x), by the tanh approximation of Hendrycks and Gimpel 2016. */
    GELU,
    SWISH,
    SIGMOID,
    TANH,
    SOFTPLUS;

    private static final double LEAK = 0.01;

    /** The activation of every value; same shape. */
    public SDVariable apply(SDVariable x) {
        var nn = x.getSameDiff().nn();
        return switch (this) {
            case LINEAR -> x;
            case RELU -> nn.relu(x, 0);
            case LEAKY_RELU -> nn.leakyRelu(x, LEAK);
            case ELU -> nn.elu(x);
            case SELU -> nn.selu(x);
            case GELU -> nn.gelu(x);
            case SWISH -> nn.swish(x);
            case SIGMOID -> nn.sigmoid(x);
            case TANH -> nn.tanh(x);
            case SOFTPLUS -> nn.softplus(x);
        };
    }
}
