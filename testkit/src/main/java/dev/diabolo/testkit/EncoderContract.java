package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.EncoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.Specimen.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The rules that encoders keep, besides those of every component. */
public abstract class EncoderContract extends ComponentContract<Encoder> {
    private static final String ESTIMATED = "its gradients are estimates";

    protected EncoderContract() {
        super(ComponentKind.ENCODER);
    }

    @Override
    protected abstract EncoderProvider<?> provider();

    /**
     * Shapes of data to try; vectors, sequences and images where this is not overridden. Those that the encoder refuses
     * are tested for how it does so; at least one must be encoded.
     */
    protected List<TensorSpec> shapes() {
        return Values.shapes();
    }

    /** Whether gradients differ from the slope on purpose: straight through a step, or stopped. */
    protected boolean gradientsAreEstimated() {
        return false;
    }

    /**
     * {@code features} gives the shape that {@code encode} builds, for every shape of data: models are put together by it
     * before there is a graph.
     */
    @Test
    void required_E01_shapeInferenceEqualsTheBuiltShape() {
        List<Specimen> all = specimens(this::component, Integer.MAX_VALUE);
        assertThat(all).as("shapes that it encodes").isNotEmpty();
        GraphRules.shapesAgree(all);
    }

    /** Data that it cannot encode is refused as the user's mistake, and the message has the shape. */
    @Test
    void required_E02_refusalsNameTheShape() {
        for (Map<String, ?> sample : samples()) {
            Encoder encoder = component(sample);
            shapes().forEach(data -> Refusals.check(sample + ", data " + data, data, () -> encoder.features(data)));
        }
    }

    /**
     * The gradient of every parameter equals the difference quotient in float64. ND4J differentiates some operations wrongly,
     * and a wrong gradient trains without any error.
     */
    @Test
    void required_E03_analyticGradientsOfParametersEqualNumericOnes() {
        assumeFalse(gradientsAreEstimated(), ESTIMATED);
        GraphRules.parameterGradients(small(this::component));
    }

    /**
     * The gradient of the data equals the difference quotient in float64: what comes before learns through it.
     */
    @Test
    void required_E04_analyticGradientsOfInputsEqualNumericOnes() {
        assumeFalse(gradientsAreEstimated(), ESTIMATED);
        GraphRules.inputGradients(small(this::component));
    }

    /**
     * The same component built twice with one seed gives the same parameters and results, bit by bit: it keeps nothing of a
     * build, and its randomness comes from the scope. The host builds a component many times.
     */
    @Test
    void required_E05_buildingAgainGivesTheSameBits() {
        GraphRules.repeatable(small(this::component));
    }

    /**
     * Another seed draws other weights, and where noise is asked for in training, gives other results. Weights that are all
     * alike learn alike.
     */
    @Test
    void required_E06_anotherSeedGivesOtherValues() {
        GraphRules.seeded(small(this::component));
    }

    /**
     * The result of an example does not depend on the others of its batch, nor on their number; in training unless the
     * component declares it with {@code coupleBatch}, elsewhere always. The host splits batches among its threads.
     */
    @Test
    void required_E07_examplesOfABatchDoNotSeeEachOther() {
        GraphRules.companions(small(this::component), false);
    }

    /**
     * A batch of one example gives finite values: the last batch of an epoch may be that small.
     */
    @Test
    void required_E08_aBatchOfOneWorks() {
        GraphRules.batchOfOne(small(this::component));
    }

    /**
     * Outside training the result does not depend on noise: {@code encode} and {@code reconstruct} give users the same
     * answer every time.
     */
    @Test
    void required_E09_inferenceIsFreeOfNoise() {
        GraphRules.noiseFree(small(this::component), Set.of("features"), List.of(false));
    }

    /**
     * A gradient reaches every parameter: training refuses those that nothing depends on.
     */
    @Test
    void required_E10_everyParameterIsUsed() {
        GraphRules.everyParameterIsUsed(small(this::component));
    }

    /**
     * A component made again of the same options, with the same parameters, gives the same results: whatever it has learnt is
     * in its parameters and buffers.
     */
    @Test
    void required_E11_savedAndLoadedItGivesTheSameBits() {
        GraphRules.savedAndLoaded(small(this::component), small(this::reloaded));
    }

    /**
     * The component works in float32, which is what is used, brings no float64 values of its own into the graph, and gives the
     * values and gradients that float64 gives.
     */
    @Test
    void required_E12_itRunsInFloat32() {
        GraphRules.singlePrecision(small(this::component));
    }

    private List<Specimen> small(Function<Map<String, ?>, Encoder> make) {
        return specimens(make, Specimen.SMALL);
    }

    private List<Specimen> specimens(Function<Map<String, ?>, Encoder> make, int limit) {
        List<Specimen> all = new ArrayList<>();
        for (Map<String, ?> sample : samples()) {
            Encoder encoder = make.apply(sample);
            shapes().stream()
                    .filter(data -> Refusals.accepts(() -> encoder.features(data)))
                    .limit(limit)
                    .forEach(data -> all.add(specimen(sample, encoder, data)));
        }
        return all;
    }

    private static Specimen specimen(Map<String, ?> sample, Encoder encoder, TensorSpec data) {
        return new Specimen(
                sample + ", data " + data,
                List.of(data),
                (scope, inputs) ->
                        List.of(Part.of("features", encoder.encode(scope, inputs.get(0)), encoder.features(data))));
    }
}
