package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.DecoderProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.Specimen.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The rules that decoders keep, besides those of every component. */
public abstract class DecoderContract extends ComponentContract<Decoder> {
    private static final String ESTIMATED = "its gradients are estimates";

    protected DecoderContract() {
        super(ComponentKind.DECODER);
    }

    @Override
    protected abstract DecoderProvider<?> provider();

    /** Shapes of codes to try, each with every one of {@link #outputs()}; a vector of 3 and a single number by default. */
    protected List<TensorSpec> codes() {
        return List.of(TensorSpec.of(3), TensorSpec.of(1));
    }

    /**
     * Shapes to ask for; vectors, sequences and images where this is not overridden. Those that the decoder refuses are
     * tested for how it does so; at least one must be given.
     */
    protected List<TensorSpec> outputs() {
        return Values.shapes();
    }

    /** Whether gradients differ from the slope on purpose: straight through a step, or stopped. */
    protected boolean gradientsAreEstimated() {
        return false;
    }

    /** {@code decode} builds the shape that it was asked for: the likelihood relies on it. */
    @Test
    void required_D01_theBuiltShapeIsTheOneAskedFor() {
        List<Specimen> all = specimens(this::component, Integer.MAX_VALUE);
        assertThat(all).as("shapes that it decodes to").isNotEmpty();
        GraphRules.shapesAgree(all);
    }

    /** A shape that it cannot give is refused as the user's mistake, and the message has the shape. */
    @Test
    void required_D02_refusalsNameTheShape() {
        for (Map<String, ?> sample : samples()) {
            Decoder decoder = component(sample);
            for (TensorSpec code : codes()) {
                outputs().forEach(output -> {
                    Specimen specimen = specimen(sample, decoder, code, output);
                    Refusals.check(specimen.name(), output, () -> build(specimen));
                });
            }
        }
    }

    /**
     * The gradient of every parameter equals the difference quotient in float64. ND4J differentiates some operations wrongly,
     * and a wrong gradient trains without any error.
     */
    @Test
    void required_D03_analyticGradientsOfParametersEqualNumericOnes() {
        assumeFalse(gradientsAreEstimated(), ESTIMATED);
        GraphRules.parameterGradients(small(this::component));
    }

    /**
     * The gradient of the code equals the difference quotient in float64: what comes before learns through it.
     */
    @Test
    void required_D04_analyticGradientsOfInputsEqualNumericOnes() {
        assumeFalse(gradientsAreEstimated(), ESTIMATED);
        GraphRules.inputGradients(small(this::component));
    }

    /**
     * The same component built twice with one seed gives the same parameters and results, bit by bit: it keeps nothing of a
     * build, and its randomness comes from the scope. The host builds a component many times.
     */
    @Test
    void required_D05_buildingAgainGivesTheSameBits() {
        GraphRules.repeatable(small(this::component));
    }

    /**
     * Another seed draws other weights, and where noise is asked for in training, gives other results. Weights that are all
     * alike learn alike.
     */
    @Test
    void required_D06_anotherSeedGivesOtherValues() {
        GraphRules.seeded(small(this::component));
    }

    /**
     * The result of an example does not depend on the others of its batch, nor on their number; in training unless the
     * component declares it with {@code coupleBatch}, elsewhere always. The host splits batches among its threads.
     */
    @Test
    void required_D07_examplesOfABatchDoNotSeeEachOther() {
        GraphRules.companions(small(this::component), false);
    }

    /**
     * A batch of one example gives finite values: the last batch of an epoch may be that small.
     */
    @Test
    void required_D08_aBatchOfOneWorks() {
        GraphRules.batchOfOne(small(this::component));
    }

    /**
     * Outside training the result does not depend on noise: {@code encode} and {@code reconstruct} give users the same
     * answer every time.
     */
    @Test
    void required_D09_inferenceIsFreeOfNoise() {
        GraphRules.noiseFree(small(this::component), Set.of("raw"), List.of(false));
    }

    /**
     * A gradient reaches every parameter: training refuses those that nothing depends on.
     */
    @Test
    void required_D10_everyParameterIsUsed() {
        GraphRules.everyParameterIsUsed(small(this::component));
    }

    /**
     * A component made again of the same options, with the same parameters, gives the same results: whatever it has learnt is
     * in its parameters and buffers.
     */
    @Test
    void required_D11_savedAndLoadedItGivesTheSameBits() {
        GraphRules.savedAndLoaded(small(this::component), small(this::reloaded));
    }

    /**
     * The component works in float32, which is what is used, brings no float64 values of its own into the graph, and gives the
     * values and gradients that float64 gives.
     */
    @Test
    void required_D12_itRunsInFloat32() {
        GraphRules.singlePrecision(small(this::component));
    }

    private List<Specimen> small(Function<Map<String, ?>, Decoder> make) {
        return specimens(make, Specimen.SMALL);
    }

    private List<Specimen> specimens(Function<Map<String, ?>, Decoder> make, int limit) {
        List<Specimen> all = new ArrayList<>();
        for (Map<String, ?> sample : samples()) {
            for (TensorSpec code : codes()) {
                outputs().stream()
                        .filter(output -> accepts(specimen(sample, make.apply(sample), code, output)))
                        .limit(limit)
                        .forEach(output -> all.add(specimen(sample, make.apply(sample), code, output)));
            }
        }
        return all;
    }

    private static boolean accepts(Specimen specimen) {
        return Refusals.accepts(() -> build(specimen));
    }

    private static void build(Specimen specimen) {
        specimen.build(true, 1).close();
    }

    private static Specimen specimen(Map<String, ?> sample, Decoder decoder, TensorSpec code, TensorSpec output) {
        String name = sample + ", code " + code + ", output " + output;
        return new Specimen(
                name,
                List.of(code),
                (scope, inputs) -> List.of(Part.of("raw", decoder.decode(scope, inputs.get(0), output), output)));
    }
}
