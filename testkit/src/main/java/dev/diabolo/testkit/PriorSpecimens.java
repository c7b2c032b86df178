package dev.diabolo.testkit;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.testkit.Specimen.Part;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A prior in a model with one hidden layer, for codes of a shape.
 *
 * @param name options and shape, for messages
 * @param posterior the model's
 */
record PriorSpecimens(String name, Prior prior, TensorSpec code, Posterior posterior) {
    static final String DENSITY = "log-density";
    static final String SAMPLE = "sample";
    static final String DIVERGENCE = "divergence";
    static final String DIFFERENCE = "difference";

    private static final TensorSpec FEATURES = TensorSpec.of(4);

    /** The log-density of given codes. */
    Specimen density() {
        return new Specimen(
                name,
                List.of(code),
                (scope, inputs) ->
                        List.of(Part.number(DENSITY, prior.logDensity(inPrior(scope), model(scope), inputs.get(0)))));
    }

    /** Samples of the prior. */
    Specimen samples() {
        return new Specimen(
                name,
                List.of(code),
                (scope, inputs) -> List.of(Part.of(SAMPLE, prior.sample(inPrior(scope), model(scope)), code)));
    }

    /** Both. */
    Specimen all() {
        return new Specimen(name, List.of(code), (scope, inputs) -> {
            List<Part> parts = new ArrayList<>(density().build().build(scope, inputs));
            parts.addAll(samples().build().build(scope, inputs));
            return parts;
        });
    }

    /** Samples, and their log-densities. */
    Specimen densityOfSamples() {
        return new Specimen(name, List.of(code), (scope, inputs) -> {
            Tensor sample = prior.sample(inPrior(scope), model(scope));
            return List.of(
                    Part.of(SAMPLE, sample, code),
                    Part.number(DENSITY, prior.logDensity(inPrior(scope), model(scope), sample)));
        });
    }

    /**
     * The divergence of the model's posterior, in closed form, and of one sample; of the first nothing where there is no closed
     * form.
     */
    Specimen divergence() {
        return new Specimen(name, List.of(SmallModel.DATA), (scope, inputs) -> {
            Prior.Model model = model(scope);
            Latent latent = model.infer(inputs.get(0));
            List<Part> parts = new ArrayList<>();
            SDVariable prior = this.prior.logDensity(inPrior(scope), model, latent.sample());
            latent.logDensityOfSample()
                    .ifPresent(posterior -> parts.add(Part.number(DIFFERENCE, posterior.sub(prior))));
            this.prior
                    .divergence(inPrior(scope), model, latent)
                    .ifPresent(dimensions -> parts.add(Part.number(DIVERGENCE, dimensions.sum(1))));
            return parts;
        });
    }

    private static GraphScope inPrior(GraphScope scope) {
        return scope.child("prior");
    }

    private Prior.Model model(GraphScope scope) {
        return new Model(scope, code, posterior);
    }

    private record Model(GraphScope scope, TensorSpec code, Posterior posterior) implements Prior.Model {
        @Override
        public TensorSpec data() {
            return SmallModel.DATA;
        }

        @Override
        public Latent infer(Tensor input) {
            Tensor hidden = Layers.dense(
                    scope.child("encoder"), "hidden", input, FEATURES.size(), WeightInitialisation.GLOROT_UNIFORM);
            return posterior.infer(scope.child("posterior"), hidden.with(Activation.TANH.apply(hidden.variable())));
        }
    }
}
