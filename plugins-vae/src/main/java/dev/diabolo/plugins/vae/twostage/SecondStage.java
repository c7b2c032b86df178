package dev.diabolo.plugins.vae.twostage;

import dev.diabolo.plugins.vae.gaussian.GaussianPosteriorOptions;
import dev.diabolo.plugins.vae.gaussian.SoftBound;
import dev.diabolo.plugins.vae.loss.LogSumExp;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link TwoStageSamplerProvider}; codes are those of the first stage, u those of the second. */
record SecondStage(TwoStageSamplerOptions options) implements Prior {
    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);
    private static final SoftBound BOUND = new SoftBound(Double.parseDouble(GaussianPosteriorOptions.BOUND));

    /** Knows codes of every shape. */
    @Override
    public void requireSupported(TensorSpec code) {}

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        Tensor features = hidden(scope, "encoder", code.flat(), options.hidden());
        SDVariable mean = dense(scope, "mean", features, size(model));
        SDVariable logVariance = BOUND.apply(dense(scope, "log-variance", features, size(model)));
        return scope.training()
                ? bound(scope, model, code, mean, logVariance)
                : estimate(scope, model, code, mean, logVariance);
    }

    /** The evidence lower bound with one sample, and the divergence in closed form. */
    private SDVariable bound(GraphScope scope, Model model, Tensor code, SDVariable mean, SDVariable logVariance) {
        var math = scope.graph().math();
        SDVariable noise = scope.noise("sample", NoiseKind.STANDARD_NORMAL, TensorSpec.of(size(model)))
                .variable();
        SDVariable u = mean.add(math.exp(logVariance.mul(0.5)).mul(noise));
        SDVariable divergence = mean.mul(mean)
                .add(math.exp(logVariance))
                .sub(logVariance)
                .sub(1)
                .sum(1)
                .mul(0.5);
        SDVariable difference = code.flat().variable().sub(decoded(scope, model, u));
        return logNormal(scope, difference).sub(divergence);
    }

    /** By importance sampling (Burda et al. 2016, equation 8). */
    private SDVariable estimate(GraphScope scope, Model model, Tensor code, SDVariable mean, SDVariable logVariance) {
        var math = scope.graph().math();
        int count = options.samples();
        long size = size(model);
        long width = model.code().size();
        SDVariable noise = scope.noise("samples", NoiseKind.STANDARD_NORMAL, TensorSpec.of(count, size))
                .variable();
        SDVariable deviation = math.exp(logVariance.mul(0.5)).reshape(-1, 1, size);
        SDVariable u = noise.mul(deviation).add(mean.reshape(-1, 1, size)).reshape(-1, size);
        SDVariable decoded = decoded(scope, model, u).reshape(-1, count, width);
        SDVariable difference =
                decoded.sub(code.flat().variable().reshape(-1, 1, width)).reshape(-1, width);
        // What the normal densities of u under prior and posterior share cancels.
        SDVariable prior = u.mul(u).sum(1);
        SDVariable posterior = noise.mul(noise)
                .add(logVariance.reshape(-1, 1, size))
                .reshape(-1, size)
                .sum(1);
        SDVariable logWeights =
                logNormal(scope, difference).add(posterior.sub(prior).mul(0.5));
        return LogSumExp.meanOfRows(scope, logWeights.reshape(-1, count), count);
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        SDVariable u = scope.noise("sample", NoiseKind.STANDARD_NORMAL, TensorSpec.of(size(model)))
                .variable();
        Tensor rest = scope.noise("rest", NoiseKind.STANDARD_NORMAL, model.code());
        SDVariable deviation = scope.graph().math().exp(logDeviation(scope));
        SDVariable code = decoded(scope, model, u).add(rest.flat().variable().mul(deviation));
        return new Tensor(code, model.code().flat()).as(model.code());
    }

    private int size(Model model) {
        return options.size() == 0 ? model.code().size() : options.size();
    }

    /** Shape {@code [rows, code]}. */
    private SDVariable decoded(GraphScope scope, Model model, SDVariable u) {
        List<Integer> mirrored = new ArrayList<>(options.hidden());
        Collections.reverse(mirrored);
        Tensor units = hidden(scope, "decoder", new Tensor(u, TensorSpec.of(size(model))), mirrored);
        return dense(scope, "output", units, model.code().size());
    }

    /** The logarithm of the one deviation of all dimensions, learnt; not below that of the least. */
    private SDVariable logDeviation(GraphScope scope) {
        double least = Math.log(options.least());
        return Logistic.softplus(
                        scope.parameter("log-deviation", Initialiser.zeros(), 1).sub(least))
                .add(least);
    }

    /** {@code log N(difference; 0, deviation^2)}; shape {@code [rows]}. */
    private SDVariable logNormal(GraphScope scope, SDVariable difference) {
        SDVariable logDeviation = logDeviation(scope);
        SDVariable precision = scope.graph().math().exp(logDeviation.mul(-2));
        return difference
                .mul(difference)
                .mul(precision)
                .add(logDeviation.mul(2))
                .add(LOG_TWO_PI)
                .sum(1)
                .mul(-0.5);
    }

    private Tensor hidden(GraphScope scope, String name, Tensor input, List<Integer> widths) {
        return Layers.hidden(scope, name, input, widths, options.activation(), options.initialisation());
    }

    private SDVariable dense(GraphScope scope, String name, Tensor units, long size) {
        return Layers.dense(scope, name, units, size, options.initialisation()).variable();
    }
}
