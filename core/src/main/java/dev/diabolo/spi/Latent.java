package dev.diabolo.spi;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** What is known of the code of each example of a batch. */
public sealed interface Latent {
    /** The most likely code; deterministic. What {@code encode} and {@code reconstruct} give to users. */
    Tensor mode();

    /** A code drawn from the posterior, through which gradients flow. What training decodes. */
    Tensor sample();

    /**
     * The logarithm of the posterior's density at a code, in nats; shape {@code [rows]}. Empty where there is no density, or
     * none at any code but the sample.
     *
     * @param code shape of {@link #sample}
     */
    default Optional<SDVariable> logDensity(Tensor code) {
        return Optional.empty();
    }

    /** The logarithm of the posterior's density at {@link #sample}, in nats; shape {@code [rows]}. */
    default Optional<SDVariable> logDensityOfSample() {
        return logDensity(sample());
    }

    /**
     * As {@link #logDensityOfSample}, for a loss that cannot do without.
     *
     * @throws DiaboloException (USER) where there is no density
     */
    default SDVariable requireLogDensityOfSample() {
        return logDensityOfSample()
                .orElseThrow(() -> DiaboloException.user(
                        "loss.no-distribution",
                        Problem.of("this loss needs a posterior that is a distribution with a density")
                                .at("posterior")
                                .remedy(
                                        "choose a posterior with a density ('diabolo plugins list' shows which there are), or another"
                                                + " loss")));
    }

    /**
     * A code without uncertainty.
     *
     * @param unitInterval whether every value lies in [0, 1] by its making, as those of a logistic function do: what some
     *     penalties need
     */
    record Point(Tensor code, boolean unitInterval) implements Latent {
        /** A code of any values. */
        public Point(Tensor code) {
            this(code, false);
        }

        @Override
        public Tensor mode() {
            return code;
        }

        @Override
        public Tensor sample() {
            return code;
        }
    }

    /**
     * A normal distribution with independent dimensions.
     *
     * @param logVariance natural logarithm of the variance; shape of {@code mean}
     */
    record Gaussian(Tensor mean, Tensor logVariance, Tensor sample) implements Latent {
        private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

        /** {@code -1/2 sum (log 2 pi + log-variance + (z - mean)^2 / variance)}. */
        @Override
        public Optional<SDVariable> logDensity(Tensor code) {
            SDVariable difference = code.flat().variable().sub(mean.flat().variable());
            SDVariable spread = logVariance.flat().variable();
            SDVariable precision = spread.getSameDiff().math().exp(spread.neg());
            SDVariable summands =
                    difference.mul(difference).mul(precision).add(spread).add(LOG_TWO_PI);
            return Optional.of(summands.sum(1).mul(-0.5));
        }

        @Override
        public Tensor mode() {
            return mean;
        }
    }

    /**
     * Independent categories, one-hot along the last dimension.
     *
     * @param logits unnormalised log-probabilities
     * @param mode one-hot
     * @param sample relaxed or one-hot
     */
    record Categorical(Tensor logits, Tensor mode, Tensor sample) implements Latent {
        /**
         * {@code sum z log p}, with p the categories' probabilities: the logarithm of the probability of a one-hot code. That of a
         * relaxed sample is no density of it, but the bound that training with relaxed samples uses.
         */
        @Override
        public Optional<SDVariable> logDensity(Tensor code) {
            return Optional.of(code.flat().variable().mul(logProbabilities()).sum(1));
        }

        /** The logarithms of the categories' probabilities; shape {@code [rows, size]}. */
        public SDVariable logProbabilities() {
            TensorSpec spec = logits.spec();
            SDVariable rows = logits.variable().reshape(-1, spec.dimension(spec.rank() - 1));
            return Logistic.logProbabilities(rows).reshape(-1, spec.size());
        }
    }

    /**
     * The nearest entries of a codebook. A code {@code [channels]} or {@code [channels, places...]} has at each place as many groups of
     * channels, one behind the other, as entries are chosen there.
     *
     * @param continuous the features before quantisation
     * @param quantised the entries chosen
     * @param sample the entries chosen, with the gradient of {@code continuous} (straight-through)
     * @param choices which entries: shape {@code [rows, choices of a row, entries]}, one 1 among zeros for each choice; without a
     *     gradient
     */
    record Quantised(Tensor continuous, Tensor quantised, Tensor sample, Tensor choices) implements Latent {
        @Override
        public Tensor mode() {
            return quantised;
        }
    }

    /**
     * A class, and a style given the class: what semi-supervised models and clusterings infer. The code is the class, as one
     * probability for each, followed by the style.
     *
     * @param logits unnormalised log-probabilities of the classes; shape {@code [rows, classes]}
     * @param styles the style, of classes given as probabilities of that shape
     * @param mode the classes' probabilities, and the mode of the style given these
     * @param sample what training decodes
     */
    record Classified(Tensor logits, Styles styles, Tensor mode, Tensor sample) implements Latent {
        /** What the style is, given classes. */
        @FunctionalInterface
        public interface Styles {
            /**
             * Infers the style.
             *
             * @param classes shape {@code [rows, classes]}: one-hot, or probabilities
             */
            Latent given(Tensor classes);
        }

        /**
         * Of a style that depends on the class.
         *
         * @param drawn the classes that training decodes: relaxed, or one-hot
         */
        public static Classified of(Tensor logits, Styles styles, Tensor drawn) {
            SDVariable values = logits.variable();
            Tensor likely = logits.with(values.getSameDiff().nn().softmax(values, 1));
            return new Classified(
                    logits,
                    styles,
                    likely.beside(styles.given(likely).mode()),
                    drawn.beside(styles.given(drawn).sample()));
        }

        /** The number of classes. */
        public int classes() {
            return logits.spec().size();
        }

        /**
         * Refuses labels of other classes than these.
         *
         * @param labels one-hot
         * @throws DiaboloException (USER) where there are more or fewer
         */
        public void requireClasses(Tensor labels) {
            if (labels.spec().size() != classes()) {
                throw DiaboloException.user(
                        "loss.other-classes",
                        Problem.of("the posterior has " + classes() + " classes, and the data have "
                                        + labels.spec().size())
                                .at("posterior")
                                .remedy("set the classes of posterior and prior to those of the data"));
            }
        }

        /** The logarithms of the classes' probabilities; shape {@code [rows, classes]}. */
        public SDVariable logProbabilities() {
            return Logistic.logProbabilities(logits.variable());
        }

        /** {@code log q(y) + log q(style | y)}, of codes whose class y is one-hot, as samples outside of training are. */
        @Override
        public Optional<SDVariable> logDensity(Tensor code) {
            Tensor given = code.part(0, classes());
            Tensor style = code.part(classes(), code.spec().size() - classes());
            return styles.given(given)
                    .logDensity(style)
                    .map(density ->
                            given.variable().mul(logProbabilities()).sum(1).add(density));
        }
    }

    /** Any other posterior of a plugin's own. */
    non-sealed interface Custom extends Latent {}
}
