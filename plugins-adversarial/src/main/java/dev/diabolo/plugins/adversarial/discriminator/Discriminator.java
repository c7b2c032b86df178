package dev.diabolo.plugins.adversarial.discriminator;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Convolutions;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.Window;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.Span;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A network in a graph that tells what is real; the same weights at every call. All of its noise is drawn in training alone.
 *
 * <p><b>Source:</b> Goodfellow et al. 2014; one-sided label smoothing: Salimans et al. 2016, section 3.4; instance noise: Sonderby
 * et al. 2017.
 */
public final class Discriminator {
    private final GraphScope scope;
    private final DiscriminatorOptions options;

    /**
     * @param scope of the discriminator's group; one for each discriminator
     */
    public Discriminator(GraphScope scope, DiscriminatorOptions options) {
        this.scope = options.spectralNormalisation() ? new SpectralScope(scope) : scope;
        this.options = options;
    }

    /** What it is given, with the noise of this moment. */
    public Tensor noisy(String name, Tensor input) {
        if (options.noise() == 0 || !scope.training()) {
            return input;
        }
        Span decay = new Span(options.noiseUntil(), Span.Unit.RUN);
        SDVariable deviation = scope.scheduled("deviation", new Schedule.Linear(options.noise(), 0, decay));
        Tensor noise = scope.noise("noise-" + name, NoiseKind.STANDARD_NORMAL, input.spec());
        return input.with(input.variable().add(noise.variable().mul(deviation)));
    }

    /** The last hidden layer; shape {@code [batch, width]}. */
    public Tensor features(Tensor input) {
        return dense(convolved(input));
    }

    /** The last hidden layer for a pair: data, and either data of the same shape or a code. */
    public Tensor features(Tensor data, Tensor other) {
        if (data.spec().equals(other.spec())
                && data.spec().rank() == 3
                && options.network() == DiscriminatorOptions.Network.CONVOLUTIONAL) {
            TensorSpec spec = data.spec();
            TensorSpec both = TensorSpec.of(2 * spec.dimension(0), spec.dimension(1), spec.dimension(2));
            SDVariable channels = scope.graph().concat(1, data.variable(), other.variable());
            return dense(convolved(new Tensor(channels, both)));
        }
        return dense(joined(convolved(data).flat(), other.flat()));
    }

    /** How sure it is that features are of what is real; shape {@code [batch]}, above 0 where it takes them for real. */
    public SDVariable logit(Tensor features) {
        return Layers.dense(scope, "output", features, 1, options.initialisation())
                .variable()
                .sum(1);
    }

    private Tensor joined(Tensor left, Tensor right) {
        SDVariable both = scope.graph().concat(1, left.variable(), right.variable());
        return new Tensor(both, TensorSpec.of(left.spec().size() + right.spec().size()));
    }

    private Tensor convolved(Tensor input) {
        if (options.network() == DiscriminatorOptions.Network.DENSE) {
            return input;
        }
        if (input.spec().rank() != 3) {
            throw DiaboloException.user(
                    "loss.no-images",
                    Problem.of("a convolutional discriminator is for images, and these data have the shape "
                                    + input.spec())
                            .at("loss.discriminator.network")
                            .allowed("dense for other data")
                            .remedy("set loss.discriminator.network=dense"));
        }
        Tensor values = input;
        Convolutions convolutions = new Convolutions(options.initialisation(), true);
        for (int i = 0; i < options.channels().size(); i++) {
            Window window = Window.ofImages(options.kernel(), options.stride());
            if (!window.fits(values.spec())) {
                throw DiaboloException.user(
                        "shape.kernel-too-large",
                        Problem.of("the discriminator's window of " + window + " is larger than the image of stage "
                                        + (i + 1) + ", " + values.spec())
                                .at("loss.discriminator.kernel")
                                .remedy("use a smaller kernel or fewer channels"));
            }
            Tensor maps = convolutions.convolution(
                    scope, "stage-" + i, values, window, options.channels().get(i));
            values = maps.with(options.activation().apply(maps.variable()));
        }
        return values;
    }

    private Tensor dense(Tensor input) {
        return Layers.hidden(
                scope, "layer", input.flat(), options.hidden(), options.activation(), options.initialisation());
    }
}
