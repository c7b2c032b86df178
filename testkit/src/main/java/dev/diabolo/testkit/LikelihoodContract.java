package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.LikelihoodProvider;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.Specimen.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The rules that likelihoods keep, besides those of every component. */
public abstract class LikelihoodContract extends ComponentContract<Likelihood> {
    protected LikelihoodContract() {
        super(ComponentKind.LIKELIHOOD);
    }

    @Override
    protected abstract LikelihoodProvider<?> provider();

    /**
     * Shapes of data to try; vectors, sequences and images where this is not overridden. Those that the likelihood refuses
     * are tested for how it does so; at least one must be taken.
     */
    protected List<TensorSpec> shapes() {
        return Values.shapes();
    }

    /**
     * Data that the likelihood is defined for, made of standard normal values, such as their squares for counts; the values
     * themselves where this is not overridden.
     */
    protected Tensor data(GraphScope scope, Tensor normal) {
        return normal;
    }

    /**
     * The mean and, where there are any, the logits have the shape of the data, the raw values are kept as given, and the
     * negative log-likelihood is one number for each example.
     */
    @Test
    void required_R01_meanAndLogitsHaveTheShapeOfTheData() {
        List<Specimen> all = specimens(this::component, Integer.MAX_VALUE);
        assertThat(all).as("shapes of data that it takes").isNotEmpty();
        GraphRules.shapesAgree(all);
    }

    /** Data that it cannot take is refused as the user's mistake, and the message has the shape. */
    @Test
    void required_R02_refusalsNameTheShape() {
        for (Map<String, ?> sample : samples()) {
            Likelihood likelihood = component(sample);
            shapes().forEach(data -> Refusals.check(sample + ", data " + data, data, () -> likelihood.raw(data)));
        }
    }

    /**
     * The gradient of every parameter equals the difference quotient in float64. ND4J differentiates some operations wrongly,
     * and a wrong gradient trains without any error.
     */
    @Test
    void required_R03_analyticGradientsOfParametersEqualNumericOnes() {
        GraphRules.parameterGradients(small(this::component));
    }

    /**
     * The gradient of the raw values equals the difference quotient in float64: what comes before learns through it.
     */
    @Test
    void required_R04_analyticGradientsOfInputsEqualNumericOnes() {
        GraphRules.inputGradients(small(this::component));
    }

    /**
     * The same component built twice with one seed gives the same parameters and results, bit by bit: it keeps nothing of a
     * build, and its randomness comes from the scope. The host builds a component many times.
     */
    @Test
    void required_R05_buildingAgainGivesTheSameBits() {
        GraphRules.repeatable(small(this::component));
    }

    /**
     * Another seed draws other weights, and where noise is asked for in training, gives other results. Weights that are all
     * alike learn alike.
     */
    @Test
    void required_R06_anotherSeedGivesOtherValues() {
        GraphRules.seeded(small(this::component));
    }

    /**
     * The result of an example does not depend on the others of its batch, nor on their number; in training unless the
     * component declares it with {@code coupleBatch}, elsewhere always. The host splits batches among its threads.
     */
    @Test
    void required_R07_examplesOfABatchDoNotSeeEachOther() {
        GraphRules.companions(small(this::component), false);
    }

    /**
     * A batch of one example gives finite values: the last batch of an epoch may be that small.
     */
    @Test
    void required_R08_aBatchOfOneWorks() {
        GraphRules.batchOfOne(small(this::component));
    }

    /**
     * Outside training the result does not depend on noise: {@code encode} and {@code reconstruct} give users the same
     * answer every time.
     */
    @Test
    void required_R09_inferenceIsFreeOfNoise() {
        GraphRules.noiseFree(small(this::component), Set.of("mean", "nll"), List.of(false));
    }

    /**
     * A gradient reaches every parameter: training refuses those that nothing depends on.
     */
    @Test
    void required_R10_everyParameterIsUsed() {
        GraphRules.everyParameterIsUsed(small(this::component));
    }

    /**
     * A component made again of the same options, with the same parameters, gives the same results: whatever it has learnt is
     * in its parameters and buffers.
     */
    @Test
    void required_R11_savedAndLoadedItGivesTheSameBits() {
        GraphRules.savedAndLoaded(small(this::component), small(this::reloaded));
    }

    /**
     * The component works in float32, which is what is used, brings no float64 values of its own into the graph, and gives the
     * values and gradients that float64 gives.
     */
    @Test
    void required_R12_itRunsInFloat32() {
        GraphRules.singlePrecision(small(this::component));
    }

    /** Where there are logits, the mean is their logistic function: cross-entropies rely on it. */
    @Test
    void required_R13_theMeanIsTheLogisticFunctionOfTheLogits() {
        GraphRules.logitsAgree(small(this::component));
    }

    /** The family is named in lower-case letters, digits and hyphens: models and messages keep it. */
    @Test
    void required_R14_theFamilyHasAName() {
        Set<String> families = new HashSet<>();
        for (Specimen specimen : specimens(this::component, Specimen.SMALL, families)) {
            specimen.build(true, 1).close();
        }
        assertThat(families).as("family").isNotEmpty().allMatch(name -> name.matches("[a-z][a-z0-9-]*"));
    }

    private List<Specimen> small(Function<Map<String, ?>, Likelihood> make) {
        return specimens(make, Specimen.SMALL);
    }

    private List<Specimen> specimens(Function<Map<String, ?>, Likelihood> make, int limit) {
        return specimens(make, limit, new HashSet<>());
    }

    /** Adds the families of the specimens to {@code families} when they are built. */
    private List<Specimen> specimens(Function<Map<String, ?>, Likelihood> make, int limit, Set<String> families) {
        List<Specimen> all = new ArrayList<>();
        for (Map<String, ?> sample : samples()) {
            Likelihood likelihood = make.apply(sample);
            shapes().stream()
                    .filter(data -> Refusals.accepts(() -> likelihood.raw(data)))
                    .limit(limit)
                    .forEach(data -> all.add(specimen(sample, likelihood, data, families)));
        }
        return all;
    }

    private Specimen specimen(Map<String, ?> sample, Likelihood likelihood, TensorSpec data, Set<String> families) {
        TensorSpec raw = likelihood.raw(data);
        return new Specimen(sample + ", data " + data, List.of(raw, data), (scope, inputs) -> {
            Reconstruction built = likelihood.reconstruct(scope, inputs.get(0), data);
            families.add(built.family());
            List<Part> parts = new ArrayList<>();
            parts.add(Part.of("mean", built.mean(), data));
            parts.add(Part.of("raw", built.raw(), raw));
            built.logits().ifPresent(logits -> parts.add(Part.of("logits", logits, data)));
            parts.add(Part.number("nll", built.negativeLogLikelihood(data(scope, inputs.get(1)))));
            return parts;
        });
    }
}
