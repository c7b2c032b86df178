package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.testkit.Specimen.Built;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The rules that priors keep, besides those of every component. */
public abstract class PriorContract extends ComponentContract<Prior> {
    /** Rules about densities are checked on codes of at most so many numbers. */
    private static final int FEW = 6;

    protected PriorContract() {
        super(ComponentKind.PRIOR);
    }

    @Override
    protected abstract PriorProvider<?> provider();

    /**
     * Shapes of codes to try; vectors, sequences and images where this is not overridden. Those that the prior refuses are
     * tested for how it does so; at least one must be taken.
     */
    protected List<TensorSpec> shapes() {
        return Values.shapes();
    }

    /** The posterior of the model around the prior; normal with independent dimensions where this is not overridden. */
    protected Posterior posterior(TensorSpec code) {
        return new NormalPosterior(code);
    }

    /**
     * Whether the density is one of volume: not of area on a sphere, nor of choices. Only then can samples be compared with it
     * in general; test them on your own where it is not.
     */
    protected boolean isDensityOfVolume() {
        return true;
    }

    /** The log-density is one number for each row, and samples have the code's shape, for every shape that it takes. */
    @Test
    void required_Z01_shapesAreThoseOfCodes() {
        List<Specimen> all = specimens(this::component, PriorSpecimens::all, Integer.MAX_VALUE);
        assertThat(all).as("shapes of codes that it takes").isNotEmpty();
        GraphRules.shapesAgree(all);
    }

    /** Codes that it cannot have are refused as the user's mistake, before any graph, and the message has the shape. */
    @Test
    void required_Z02_refusalsNameTheShape() {
        for (Map<String, ?> sample : samples()) {
            Prior prior = component(sample);
            shapes().forEach(code ->
                    Refusals.check(sample + ", code " + code, code, () -> prior.requireSupported(code)));
        }
    }

    /**
     * The log-density's gradient to every parameter equals the difference quotient in float64, those of the model's encoder
     * too where the prior uses it.
     */
    @Test
    void required_Z03_analyticGradientsOfParametersEqualNumericOnes() {
        GraphRules.parameterGradients(small(this::component, PriorSpecimens::density));
    }

    /** The log-density's gradient to the codes equals the difference quotient in float64: the encoder learns through it. */
    @Test
    void required_Z04_analyticGradientsOfCodesEqualNumericOnes() {
        GraphRules.inputGradients(small(this::component, PriorSpecimens::density));
    }

    /**
     * The same prior built twice with one seed gives the same parameters, densities and samples, bit by bit: it keeps nothing
     * of a build, and its randomness comes from the scope.
     */
    @Test
    void required_Z05_buildingAgainGivesTheSameBits() {
        GraphRules.repeatable(small(this::component, PriorSpecimens::all));
    }

    /** Another seed draws other first weights, and other samples. */
    @Test
    void required_Z06_anotherSeedGivesOtherValues() {
        GraphRules.seeded(small(this::component, PriorSpecimens::all));
    }

    /**
     * Neither the density nor the sample of a row depends on the others of its batch, or on their number. The host splits
     * batches among its threads.
     */
    @Test
    void required_Z07_rowsDoNotSeeEachOther() {
        GraphRules.companions(small(this::component, PriorSpecimens::all), false);
    }

    /** A batch of one row gives finite values: the last batch of an epoch may be that small. */
    @Test
    void required_Z08_aBatchOfOneWorks() {
        GraphRules.batchOfOne(small(this::component, PriorSpecimens::all));
    }

    /** The log-density does not depend on noise, in training neither: the same code is always as likely. */
    @Test
    void required_Z09_theDensityIsFreeOfNoise() {
        GraphRules.noiseFree(
                small(this::component, PriorSpecimens::all), Set.of(PriorSpecimens.DENSITY), List.of(true, false));
    }

    /** The log-density's gradient reaches every parameter: training refuses those that nothing depends on. */
    @Test
    void required_Z10_everyParameterIsUsed() {
        GraphRules.everyParameterIsUsed(small(this::component, PriorSpecimens::density));
    }

    /**
     * A prior made again of the same options, with the same parameters, gives the same densities and samples: whatever it has
     * learnt is in its parameters and buffers.
     */
    @Test
    void required_Z11_savedAndLoadedItGivesTheSameBits() {
        GraphRules.savedAndLoaded(
                small(this::component, PriorSpecimens::all), small(this::reloaded, PriorSpecimens::all));
    }

    /**
     * It works in float32, which is what is used, brings no float64 values of its own into the graph, and gives the densities and
     * gradients that float64 gives.
     */
    @Test
    void required_Z12_itRunsInFloat32() {
        GraphRules.singlePrecision(small(this::component, PriorSpecimens::density));
    }

    /**
     * Samples have the density, and the density is normalised: the mean over samples of {@code g(z) / p(z)} is one for a
     * normal g, within its error.
     */
    @Test
    void required_Z13_samplesHaveTheDensity() {
        assumeTrue(isDensityOfVolume(), "its density is not one of volume");
        for (Specimen specimen : few(PriorSpecimens::densityOfSamples)) {
            try (Built built = specimen.build(false, 1)) {
                Map<String, Output> outputs =
                        built.probe().run(DensityCheck.SAMPLES, specimen.values(DensityCheck.SAMPLES, 3));
                DensityCheck.samples(
                        specimen.name(),
                        outputs.get(PriorSpecimens.SAMPLE).values(),
                        outputs.get(PriorSpecimens.DENSITY).values());
            }
        }
    }

    /**
     * Where there is a closed form of the divergence, it is the mean over samples of {@code log q(z) - log p(z)}, within its
     * error.
     */
    @Test
    void required_Z14_theDivergenceIsThatOfSamples() {
        boolean any = false;
        for (Specimen specimen : few(PriorSpecimens::divergence)) {
            try (Built built = specimen.build(true, 1)) {
                double[] one = specimen.values(1, 3).get(0);
                Map<String, Output> outputs =
                        built.probe().run(DensityCheck.SAMPLES, List.of(Values.repeated(one, DensityCheck.SAMPLES)));
                if (outputs.size() == 2) {
                    any = true;
                    double[] estimates = outputs.get(PriorSpecimens.DIFFERENCE).values();
                    double mean = DensityCheck.mean(estimates, estimates.length, 1)[0];
                    double error = DensityCheck.standardError(estimates, mean);
                    assertThat(outputs.get(PriorSpecimens.DIVERGENCE).values()[0])
                            .as("%s: divergence in closed form", specimen.name())
                            .isCloseTo(mean, within(DensityCheck.ERRORS * error + 1e-9));
                }
            }
        }
        assumeFalse(!any, "it has no divergence in closed form, or the posterior no density");
    }

    private List<Specimen> small(Function<Map<String, ?>, Prior> make, Function<PriorSpecimens, Specimen> what) {
        return specimens(make, what, Specimen.SMALL);
    }

    /** Of codes of a few numbers, and one shape at least. */
    private List<Specimen> few(Function<PriorSpecimens, Specimen> what) {
        List<Specimen> few = specimens(this::component, what, Integer.MAX_VALUE, FEW);
        assumeFalse(few.isEmpty(), "no shape that it takes has " + FEW + " values or fewer");
        return few;
    }

    private List<Specimen> specimens(
            Function<Map<String, ?>, Prior> make, Function<PriorSpecimens, Specimen> what, int limit) {
        return specimens(make, what, limit, Integer.MAX_VALUE);
    }

    private List<Specimen> specimens(
            Function<Map<String, ?>, Prior> make, Function<PriorSpecimens, Specimen> what, int limit, int size) {
        List<Specimen> all = new ArrayList<>();
        for (Map<String, ?> sample : samples()) {
            Prior prior = make.apply(sample);
            shapes().stream()
                    .filter(code -> code.size() <= size)
                    .filter(code -> Refusals.accepts(() -> prior.requireSupported(code)))
                    .limit(limit)
                    .forEach(code -> all.add(
                            what.apply(new PriorSpecimens(sample + ", code " + code, prior, code, posterior(code)))));
        }
        return all;
    }
}
