package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.CorruptionProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.Specimen.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The rules that corruptions keep, besides those of every component. */
public abstract class CorruptionContract extends ComponentContract<Corruption> {
    protected CorruptionContract() {
        super(ComponentKind.CORRUPTION);
    }

    @Override
    protected abstract CorruptionProvider<?> provider();

    /**
     * Shapes of data to try; vectors, sequences and images where this is not overridden. Those that the corruption refuses
     * are tested for how it does so; at least one must be taken.
     */
    protected List<TensorSpec> shapes() {
        return Values.shapes();
    }

    /** Whether gradients differ from the slope on purpose: values are rounded, say. */
    protected boolean gradientsAreEstimated() {
        return false;
    }

    /** Corrupted data have the shape that they had: they are what the encoder was made for. */
    @Test
    void required_K01_theShapeIsKept() {
        List<Specimen> all = specimens(this::component, Integer.MAX_VALUE);
        assertThat(all).as("shapes of data that it corrupts").isNotEmpty();
        GraphRules.shapesAgree(all);
    }

    /** Data that it cannot corrupt are refused as the user's mistake, before any graph, and the message has the shape. */
    @Test
    void required_K02_refusalsNameTheShape() {
        for (Map<String, ?> sample : samples()) {
            Corruption corruption = component(sample);
            shapes().forEach(data ->
                    Refusals.check(sample + ", data " + data, data, () -> corruption.requireSupported(data)));
        }
    }

    /**
     * The gradient of the data equals the difference quotient in float64: losses differentiate by the encoder's input.
     */
    @Test
    void required_K03_analyticGradientsOfInputsEqualNumericOnes() {
        assumeFalse(gradientsAreEstimated(), "its gradients are estimates");
        GraphRules.inputGradients(small(this::component));
    }

    /** Built twice with one seed it does the same to the same data, bit by bit: runs can be repeated. */
    @Test
    void required_K04_buildingAgainGivesTheSameBits() {
        GraphRules.repeatable(small(this::component));
    }

    /** Where it draws noise, another seed corrupts otherwise. */
    @Test
    void required_K05_anotherSeedGivesOtherValues() {
        GraphRules.seeded(small(this::component));
    }

    /**
     * What becomes of an example does not depend on the others of its batch, nor on their number. The host splits batches
     * among its threads.
     */
    @Test
    void required_K06_examplesOfABatchDoNotSeeEachOther() {
        GraphRules.companions(small(this::component), false);
    }

    /** It makes no parameters and no buffers: nothing would train them. */
    @Test
    void required_K07_itLearnsNothing() {
        CorruptionRules.nothingIsLearnt(small(this::component));
    }

    /** Made again of the same options it does the same: a model that was loaded is measured as it was before. */
    @Test
    void required_K08_savedAndLoadedItGivesTheSameBits() {
        GraphRules.savedAndLoaded(small(this::component), small(this::reloaded));
    }

    /** It works in float32, which is what is used, and brings no float64 values of its own into the graph. */
    @Test
    void required_K09_itRunsInFloat32() {
        GraphRules.singlePrecision(small(this::component));
    }

    /** It does the same outside of training: validation measures what was trained for. */
    @Test
    void required_K10_itDoesTheSameOutsideOfTraining() {
        CorruptionRules.sameInBothModes(small(this::component));
    }

    /** It changes something: with each sample of options, some data are no longer what they were. */
    @Test
    void required_K11_itCorrupts() {
        for (Map<String, ?> sample : samples()) {
            CorruptionRules.changesItsInput(
                    specimens(List.of(sample), this::component, CorruptionContract::corrupted, Specimen.SMALL));
        }
    }

    /** What it says that it leaves untouched is what it was, to the bit; it says so with ones and zeros. */
    @Test
    void required_K12_whatItLeavesUntouchedIsAsItWas() {
        CorruptionRules.keepsWhatItLeavesUntouched(
                specimens(samples(), this::component, CorruptionContract::withUntouched, Specimen.SMALL));
    }

    private List<Specimen> small(Function<Map<String, ?>, Corruption> make) {
        return specimens(make, Specimen.SMALL);
    }

    private List<Specimen> specimens(Function<Map<String, ?>, Corruption> make, int limit) {
        return specimens(samples(), make, CorruptionContract::corrupted, limit);
    }

    private List<Specimen> specimens(
            List<Map<String, ?>> samples,
            Function<Map<String, ?>, Corruption> make,
            BiFunction<Corruption, TensorSpec, Specimen.Build> build,
            int limit) {
        List<Specimen> all = new ArrayList<>();
        for (Map<String, ?> sample : samples) {
            Corruption corruption = make.apply(sample);
            shapes().stream()
                    .filter(data -> Refusals.accepts(() -> corruption.requireSupported(data)))
                    .limit(limit)
                    .forEach(data -> all.add(
                            new Specimen(sample + ", data " + data, List.of(data), build.apply(corruption, data))));
        }
        return all;
    }

    private static Specimen.Build corrupted(Corruption corruption, TensorSpec data) {
        return (scope, inputs) -> List.of(Part.of("corrupted", corruption.corrupt(scope, inputs.get(0)), data));
    }

    private static Specimen.Build withUntouched(Corruption corruption, TensorSpec data) {
        return (scope, inputs) -> {
            List<Part> parts = new ArrayList<>();
            parts.add(Part.of("corrupted", corruption.corrupt(scope, inputs.get(0)), data));
            corruption.untouched(scope, data).ifPresent(mask -> parts.add(Part.of("untouched", mask, data)));
            return parts;
        };
    }
}
