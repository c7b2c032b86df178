package dev.diabolo.plugins.vae.likelihood.scale;

import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A likelihood of independent values, each of which is a standard variable, scaled and moved.
 *
 * <p><b>Shapes:</b> raw {@code [batch, data...]}, or {@code [batch, 2, data...]} where the decoder gives scales.
 *
 * <p><b>Formula:</b> the location is the activation of the first raw values; a learned {@code log s = l + log(1 + exp(a - l))}, with l the
 * logarithm of the least scale and a the learned or the second raw value, is close to a unless that is near l or below. The negative
 * log-likelihood is {@code sum (-log f((x - location) / s) + log s)}, f the standard density.
 *
 * @param family its name
 * @param activation of the location
 * @param density the standard density
 */
public record LocationScaleLikelihood(String family, Activation activation, ScaleOptions scale, Density density)
        implements Likelihood {
    /** A standard density. */
    @FunctionalInterface
    public interface Density {
        /** {@code -log f(u)}, of each value. */
        SDVariable negativeLog(GraphScope scope, SDVariable standardised);
    }

    private boolean perValue() {
        return scale.kind() == ScaleOptions.Kind.PER_VALUE;
    }

    @Override
    public TensorSpec raw(TensorSpec data) {
        return perValue() ? data.repeated(2) : data;
    }

    @Override
    public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
        SDVariable first = raw.flat().variable();
        SDVariable logScale;
        if (perValue()) {
            SDVariable[] halves = scope.graph().unstack(first.reshape(-1, 2, data.size()), 1, 2);
            first = halves[0];
            logScale = bounded(halves[1]);
        } else {
            logScale = switch (scale.kind()) {
                case PER_FEATURE -> bounded(scope.parameter("log-scale", Initialiser.zeros(), data.size()));
                default -> scope.constant(Math.log(scale.value()));
            };
        }
        Tensor before = new Tensor(first, data.flat()).as(data);
        Tensor location = before.with(activation.apply(before.variable()));
        Optional<Tensor> logits = activation == Activation.SIGMOID ? Optional.of(before) : Optional.empty();
        return new Located(family, raw, location, logits, scope, logScale, density);
    }

    private SDVariable bounded(SDVariable logScale) {
        double least = Math.log(scale.least());
        return Logistic.softplus(logScale.sub(least)).add(least);
    }

    private record Located(
            String family,
            Tensor raw,
            Tensor mean,
            Optional<Tensor> logits,
            GraphScope scope,
            SDVariable logScale,
            Density density)
            implements Reconstruction {
        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            SDVariable difference = data.flat().variable().sub(mean.flat().variable());
            SDVariable precision = scope.graph().math().exp(logScale.neg());
            SDVariable standardised = difference.mul(precision);
            return density.negativeLog(scope, standardised).add(logScale).sum(1);
        }
    }
}
