package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.diabolo.engine.TrainingOutcome;
import dev.diabolo.engine.TrainingRun;
import dev.diabolo.engine.TrainingSettings;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.LossProvider;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingListener;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The rules that losses keep, besides those of every component. The loss is built on a small model of linear layers, whose
 * posterior and likelihood can be chosen.
 */
public abstract class LossContract extends ComponentContract<Loss> {
    protected LossContract() {
        super(ComponentKind.LOSS);
    }

    @Override
    protected abstract LossProvider<?> provider();

    /** The shape of the data; {@code [5]} where not overridden. Keep it small: gradients are checked by differences. */
    protected TensorSpec data() {
        return SmallModel.DATA;
    }

    /** The posterior of the model around the loss, for features of shape {@code [6]}; a point where not overridden. */
    protected Posterior posterior() {
        return new SmallModel.Point();
    }

    /** The likelihood of the model around the loss, for data of the shape {@link #data}; logistic where not overridden. */
    protected Likelihood likelihood() {
        return new SmallModel.Logistic();
    }

    /** The prior of the model around the loss, for codes of any shape; standard normal where not overridden. */
    protected Prior prior() {
        return new SmallModel.Normal();
    }

    /** The number of classes that examples have labels of; 0, for a run without labels, where not overridden. */
    protected int classes() {
        return 0;
    }

    /** Whether a term's mean depends on the size of the batch on purpose, as an unbiased estimate over pairs does. */
    protected boolean dependsOnTheBatchSize() {
        return false;
    }

    /** Whether gradients differ from the slope on purpose: straight through a step, or stopped. */
    protected boolean gradientsAreEstimated() {
        return false;
    }

    /**
     * Each term has a name of its own in lower-case letters, digits and hyphens, a summary, and a finite weight at every
     * step: reports and configurations name terms.
     */
    @Test
    void required_L01_termsAreDeclared() {
        for (Map<String, ?> sample : samples()) {
            List<TermSpec> terms = component(sample).terms();
            assertThat(terms).as("%s: terms", sample).isNotEmpty();
            assertThat(terms.stream().map(TermSpec::name))
                    .as("%s: names", sample)
                    .doesNotHaveDuplicates();
            assertThat(terms).as("%s: terms", sample).allSatisfy(term -> {
                assertThat(term.name()).matches("[a-z][a-z0-9-]*");
                assertThat(term.summary()).as("summary of %s", term.name()).isNotBlank();
                assertThat(Schedules.MOMENTS)
                        .as("moments at which the weight is finite")
                        .allMatch(moment -> Double.isFinite(term.weight().at(moment)));
            });
        }
    }

    /** The terms that are built are those that are declared, no more and no fewer. */
    @Test
    void required_L02_theBuiltTermsAreTheDeclaredOnes() {
        LossRules.termsAgree(specimens(this::component));
    }

    /** Each term has one value for each example, not summed or averaged over the batch: the engine does that. */
    @Test
    void required_L03_aTermHasOneValueForEachExample() {
        LossRules.onePerExample(specimens(this::component));
    }

    /**
     * The gradient of every term to every parameter equals the difference quotient in float64. ND4J differentiates some
     * operations wrongly, and a wrong gradient trains without any error.
     */
    @Test
    void required_L04_analyticGradientsEqualNumericOnes() {
        assumeFalse(gradientsAreEstimated(), "its gradients are estimates");
        LossRules.gradients(specimens(this::component));
    }

    /** The same loss built twice with one seed gives the same terms, bit by bit. */
    @Test
    void required_L05_buildingAgainGivesTheSameBits() {
        LossRules.repeatable(specimens(this::component));
    }

    /**
     * The terms of an example do not depend on the others of its batch, nor on their number, unless the loss declares it
     * with {@code coupleBatch}. The host splits batches among its threads.
     */
    @Test
    void required_L06_examplesOfABatchDoNotSeeEachOther() {
        LossRules.companions(specimens(this::component));
    }

    /**
     * A batch that is repeated has the same mean: terms are averages over the batch, so that weights and learning rates
     * mean the same for every batch size.
     */
    @Test
    void required_L07_aRepeatedBatchHasTheSameMean() {
        assumeFalse(dependsOnTheBatchSize(), "it depends on the size of the batch on purpose");
        LossRules.repeatedBatch(specimens(this::component));
    }

    /**
     * Terms and gradients are finite in float32 for logits of plus and minus 10,000, for features of plus and minus 30
     * (a log-variance of 30 is a deviation of three millions), and for data of plus and minus 1,000 unless the loss is for
     * data in [0, 1].
     */
    @Test
    void required_L08_termsAndGradientsAreFiniteAtExtremes() {
        LossRules.finite(specimens(this::component));
    }

    /** The total that is reported is the sum of the reported terms by their declared weights. */
    @Test
    void required_L09_termsSumToTheTotal() {
        for (Map<String, ?> sample : samples()) {
            Loss loss = component(sample);
            List<TermSpec> declared = List.copyOf(loss.terms());
            EpochReport report = epoch(loss);
            // One epoch is the whole run, so it ends when the run does.
            Moment end = new Moment(report.steps(), report.steps(), report.steps());
            double total = 0;
            for (TermSpec term : declared) {
                total += report.terms().get(term.name()) * term.weight().at(end);
            }
            assertThat(report.loss())
                    .as("%s: total", sample)
                    .isCloseTo(total, within(1e-9 * Math.max(1, Math.abs(total))));
        }
    }

    private EpochReport epoch(Loss loss) {
        try (TrainingRun run = new TrainingRun(
                SmallModel.with(data(), posterior(), likelihood(), prior(), classes(), loss),
                new TrainingSettings(1, 4, 1, 1),
                TrainingListener.NONE,
                () -> false)) {
            TrainingOutcome outcome =
                    run.train(Values.examples(TensorSpec.of(data().size() + classes()), 12, 5), Optional.empty());
            return outcome.epochs().get(0);
        }
    }

    /** Parameters of the loss belong to groups that it declares, and each such group has some: trainers plan with them. */
    @Test
    void required_L10_parametersBelongToDeclaredGroups() {
        LossRules.groups(specimens(this::component));
    }

    /** A gradient of some term reaches every parameter of the loss. */
    @Test
    void required_L11_everyParameterIsUsed() {
        LossRules.everyParameterIsUsed(specimens(this::component));
    }

    /** A loss made again of the same options, with the same parameters, gives the same terms, bit by bit. */
    @Test
    void required_L12_savedAndLoadedItGivesTheSameBits() {
        LossRules.savedAndLoaded(specimens(this::component), specimens(this::reloaded));
    }

    /**
     * Terms and gradients in float32, which is what is used, are those in float64. The host replaces operations of the one by
     * kernels of its own, and replays those of the other as they are.
     */
    @Test
    void required_L13_float32GivesWhatFloat64Gives() {
        LossRules.singlePrecision(specimens(this::component));
    }

    /**
     * Groups that terms name are groups that the model or the loss has, and the terms that name a group reach all of its parameters
     * together: trainers move each group by those that name it, and refuse parameters that nothing moves.
     */
    @Test
    void required_L14_termsReachTheGroupsThatAreToLowerThem() {
        LossRules.groupsAreReached(specimens(this::component));
    }

    private List<LossSpecimen> specimens(Function<Map<String, ?>, Loss> make) {
        return samples().stream()
                .map(sample -> new LossSpecimen(
                        sample.toString(), data(), posterior(), likelihood(), prior(), classes(), make.apply(sample)))
                .toList();
    }
}
