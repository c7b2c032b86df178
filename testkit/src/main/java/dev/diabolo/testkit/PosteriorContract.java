package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.Specimen.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;

/** The rules that posteriors keep, besides those of every component. */
public abstract class PosteriorContract extends ComponentContract<Posterior> {
    private static final String ESTIMATED = "its gradients are estimates";

    protected PosteriorContract() {
        super(ComponentKind.POSTERIOR);
    }

    @Override
    protected abstract PosteriorProvider<?> provider();

    /**
     * Shapes of features to try; vectors, sequences and images where this is not overridden. Those that the posterior
     * refuses are tested for how it does so; at least one must be used.
     */
    protected List<TensorSpec> shapes() {
        return Values.shapes();
    }

    /** Whether gradients differ from the slope on purpose: straight through a choice of codebook entries, say. */
    protected boolean gradientsAreEstimated() {
        return false;
    }

    /**
     * Whether the density is one of volume: not of area on a sphere, nor of choices. Only then can samples be compared with it
     * in general; test them on your own where it is not.
     */
    protected boolean isDensityOfVolume() {
        return true;
    }

    /** {@code code} gives the shape that mode and sample have, for every shape of features. */
    @Test
    void required_P01_shapeInferenceEqualsTheBuiltShape() {
        List<Specimen> all = specimens(this::component, Integer.MAX_VALUE);
        assertThat(all).as("shapes of features that it uses").isNotEmpty();
        GraphRules.shapesAgree(all);
    }

    /** Features that it cannot use are refused as the user's mistake, and the message has the shape. */
    @Test
    void required_P02_refusalsNameTheShape() {
        for (Map<String, ?> sample : samples()) {
            Posterior posterior = component(sample);
            shapes().forEach(features ->
                    Refusals.check(sample + ", features " + features, features, () -> posterior.code(features)));
        }
    }

    /**
     * The gradient of every parameter equals the difference quotient in float64. ND4J differentiates some operations wrongly,
     * and a wrong gradient trains without any error.
     */
    @Test
    void required_P03_analyticGradientsOfParametersEqualNumericOnes() {
        assumeFalse(gradientsAreEstimated(), ESTIMATED);
        GraphRules.parameterGradients(small(this::component));
    }

    /**
     * The gradient of the features equals the difference quotient in float64: what comes before learns through it.
     */
    @Test
    void required_P04_analyticGradientsOfInputsEqualNumericOnes() {
        assumeFalse(gradientsAreEstimated(), ESTIMATED);
        GraphRules.inputGradients(small(this::component));
    }

    /**
     * The same component built twice with one seed gives the same parameters and results, bit by bit: it keeps nothing of a
     * build, and its randomness comes from the scope. The host builds a component many times.
     */
    @Test
    void required_P05_buildingAgainGivesTheSameBits() {
        GraphRules.repeatable(small(this::component));
    }

    /**
     * Another seed draws other weights, and where noise is asked for in training, gives other results. Weights that are all
     * alike learn alike.
     */
    @Test
    void required_P06_anotherSeedGivesOtherValues() {
        GraphRules.seeded(small(this::component));
    }

    /**
     * The result of an example does not depend on the others of its batch, nor on their number; in training unless the
     * component declares it with {@code coupleBatch}, elsewhere always. The host splits batches among its threads.
     */
    @Test
    void required_P07_examplesOfABatchDoNotSeeEachOther() {
        GraphRules.companions(small(this::component), false);
    }

    /**
     * A batch of one example gives finite values: the last batch of an epoch may be that small.
     */
    @Test
    void required_P08_aBatchOfOneWorks() {
        GraphRules.batchOfOne(small(this::component));
    }

    /**
     * The mode does not depend on noise, in training neither: it is what {@code encode} gives to users.
     */
    @Test
    void required_P09_theModeIsFreeOfNoise() {
        GraphRules.noiseFree(small(this::component), Set.of("mode"), List.of(true, false));
    }

    /**
     * A gradient reaches every parameter: training refuses those that nothing depends on.
     */
    @Test
    void required_P10_everyParameterIsUsed() {
        GraphRules.everyParameterIsUsed(small(this::component));
    }

    /**
     * A component made again of the same options, with the same parameters, gives the same results: whatever it has learnt is
     * in its parameters and buffers.
     */
    @Test
    void required_P11_savedAndLoadedItGivesTheSameBits() {
        GraphRules.savedAndLoaded(small(this::component), small(this::reloaded));
    }

    /**
     * The component works in float32, which is what is used, brings no float64 values of its own into the graph, and gives the
     * values and gradients that float64 gives.
     */
    @Test
    void required_P12_itRunsInFloat32() {
        GraphRules.singlePrecision(small(this::component));
    }

    /** Where the code has a distribution, training draws from it: the sample is not the mode in disguise. */
    @Test
    void required_P13_aDistributionIsSampled() {
        Set<String> distributions = new HashSet<>();
        List<Specimen> all = specimens(this::component, Specimen.SMALL, distributions);
        all.forEach(specimen -> specimen.build(true, 1).close());
        assumeFalse(distributions.isEmpty(), "its codes have no distribution");
        all.stream().filter(specimen -> distributions.contains(specimen.name())).forEach(GraphRules::sampled);
    }

    /**
     * Where the posterior has a log-density at its sample, samples have that density, and it is normalised: the mean over samples
     * of {@code g(z) / q(z)} is one for a normal g, within its error. A wrong log-determinant fails here.
     */
    @Test
    void required_P14_samplesHaveTheDensity() {
        assumeTrue(isDensityOfVolume(), "its density is not one of volume");
        Set<String> distributions = new HashSet<>();
        List<Specimen> all = specimens(this::component, 2, distributions);
        all.forEach(specimen -> specimen.build(true, 1).close());
        boolean any = false;
        for (Specimen specimen : all) {
            any |= distributions.contains(specimen.name()) && DensityCheck.samplesOf(specimen);
        }
        assumeTrue(any, "its codes have no density, or are not drawn");
    }

    private List<Specimen> small(Function<Map<String, ?>, Posterior> make) {
        return specimens(make, Specimen.SMALL);
    }

    private List<Specimen> specimens(Function<Map<String, ?>, Posterior> make, int limit) {
        return specimens(make, limit, new HashSet<>());
    }

    /** Adds the names of those specimens, once they are built, whose latent has a distribution to {@code distributions}. */
    private List<Specimen> specimens(Function<Map<String, ?>, Posterior> make, int limit, Set<String> distributions) {
        List<Specimen> all = new ArrayList<>();
        for (Map<String, ?> sample : samples()) {
            Posterior posterior = make.apply(sample);
            shapes().stream()
                    .filter(features -> Refusals.accepts(() -> posterior.code(features)))
                    .limit(limit)
                    .forEach(features -> all.add(specimen(sample, posterior, features, distributions)));
        }
        return all;
    }

    private static Specimen specimen(
            Map<String, ?> sample, Posterior posterior, TensorSpec features, Set<String> distributions) {
        String name = sample + ", features " + features;
        return new Specimen(name, List.of(features), (scope, inputs) -> {
            Latent latent = posterior.infer(scope, inputs.get(0));
            TensorSpec code = posterior.code(features);
            Optional<SDVariable> density = latent.logDensityOfSample();
            if (density.isPresent() || latent instanceof Latent.Categorical) {
                distributions.add(name);
            }
            List<Part> parts = new ArrayList<>();
            parts.add(Part.of("mode", latent.mode(), code));
            parts.add(Part.of("sample", latent.sample(), code));
            density.ifPresent(value -> parts.add(Part.number("log-density", value)));
            return parts;
        });
    }
}
