package dev.diabolo.plugins.vae.flow;

import dev.diabolo.plugins.vae.gaussian.SoftBound;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** A normal distribution with independent dimensions, and a chain of flows behind it. */
record FlowPosterior(FlowPosteriorOptions options, Flow flow) implements Posterior {
    @Override
    public TensorSpec code(TensorSpec features) {
        return TensorSpec.of(options.size());
    }

    @Override
    public Latent infer(GraphScope scope, Tensor features) {
        Tensor mean = Layers.dense(scope, "mean", features, options.size(), options.initialisation());
        Tensor unbounded = Layers.dense(scope, "log-variance", features, options.size(), options.initialisation());
        SDVariable logVariance = new SoftBound(options.logVarianceBound()).apply(unbounded.variable());
        SDVariable noise =
                scope.noise("sample", NoiseKind.STANDARD_NORMAL, mean.spec()).variable();
        SDVariable deviation = scope.graph().math().exp(logVariance.mul(0.5));
        Tensor first = mean.with(mean.variable().add(deviation.mul(noise)));
        List<Flow.Transformation> chain = new ArrayList<>();
        for (int i = 0; i < options.flows(); i++) {
            chain.add(flow.of(scope.child("flow-" + i), features, options, i));
        }
        Latent.Gaussian begin = new Latent.Gaussian(mean, mean.with(logVariance), first);
        return new Flowed(begin, run(chain, mean), run(chain, first));
    }

    private static End run(List<Flow.Transformation> chain, Tensor from) {
        Flow.Step step = chain.get(0).apply(from.variable());
        SDVariable logDeterminant = step.logDeterminant();
        for (Flow.Transformation transformation : chain.subList(1, chain.size())) {
            step = transformation.apply(step.code());
            logDeterminant = logDeterminant.add(step.logDeterminant());
        }
        return new End(from.with(step.code()), logDeterminant);
    }

    private record End(Tensor code, SDVariable logDeterminant) {}

    /** Its mode is where the flows take the mean of the first distribution. */
    private record Flowed(Latent.Gaussian begin, End ofMean, End ofSample) implements Latent.Custom {
        @Override
        public Tensor mode() {
            return ofMean.code();
        }

        @Override
        public Tensor sample() {
            return ofSample.code();
        }

        /** The first density, less what the flows spread it. */
        @Override
        public Optional<SDVariable> logDensityOfSample() {
            return begin.logDensityOfSample().map(density -> density.sub(ofSample.logDeterminant()));
        }
    }
}
