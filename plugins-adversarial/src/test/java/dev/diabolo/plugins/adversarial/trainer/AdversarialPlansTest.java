package dev.diabolo.plugins.adversarial.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.plugins.adversarial.aae.AdversarialLossOptions;
import dev.diabolo.plugins.adversarial.aae.AdversarialLossProvider;
import dev.diabolo.plugins.adversarial.discriminator.SmallDiscriminators;
import dev.diabolo.plugins.adversarial.gan.GenerativeLossOptions;
import dev.diabolo.plugins.adversarial.gan.GenerativeLossProvider;
import dev.diabolo.plugins.adversarial.vaegan.FeatureLossOptions;
import dev.diabolo.plugins.adversarial.vaegan.FeatureLossProvider;
import dev.diabolo.plugins.adversarial.wgan.WassersteinLossOptions;
import dev.diabolo.plugins.adversarial.wgan.WassersteinLossProvider;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.training.Averaging;
import dev.diabolo.spi.training.Gate;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.OptimiserOptions;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.ScheduleOptions;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AdversarialPlansTest {
    private static final Loss AAE =
            new AdversarialLossProvider().create(new AdversarialLossOptions(SmallDiscriminators.dense()));
    private static final Loss GAN =
            new GenerativeLossProvider().create(new GenerativeLossOptions(SmallDiscriminators.dense()));
    private static final Loss VAE_GAN =
            new FeatureLossProvider().create(new FeatureLossOptions(SmallDiscriminators.dense(), 0.5, 1));

    @Test
    void anAutoencoderHasThreePhasesWithGroupsAndRatesOfTheirOwn() {
        TrainingPlan plan = plan(AAE, options(1, 1, 1, 0, 0, false));

        assertThat(plan.cycle().stream().map(Phase::name))
                .containsExactly("reconstruction", "discriminator", "generator");
        assertThat(plan.cycle().stream().map(Phase::updates))
                .containsExactly(
                        Set.of(Groups.ENCODER, Groups.DECODER), Set.of("discriminator"), Set.of(Groups.ENCODER));
        assertThat(plan.cycle().stream().map(phase -> phase.optimiser().learningRate()))
                .doesNotHaveDuplicates();
        assertThat(plan.cycle().stream().map(phase -> phase.objective().keySet()))
                .containsExactly(
                        Set.of("reconstruction"), Set.of("discriminator", "accuracy"), Set.of("generator", "spread"));
        assertThat(plan.averaging()).isEmpty();
    }

    @Test
    void aGeneratorAloneHasTwo() {
        TrainingPlan plan = plan(GAN, options(5, 2, 1, 0.01, 0.999, false));

        assertThat(plan.cycle().stream().map(Phase::updates))
                .containsExactly(Set.of("discriminator"), Set.of(Groups.DECODER));
        assertThat(plan.cycle().stream().map(Phase::steps)).containsExactly(5, 2);
        assertThat(plan.cycle().stream().map(phase -> phase.optimiser().bound()))
                .containsExactly(0.01, Double.POSITIVE_INFINITY);
        assertThat(plan.averaging()).contains(new Averaging(0.999, Set.of(Groups.ENCODER, Groups.DECODER)));
    }

    @Test
    void combinedEachGroupLowersTheTermsThatNameItTogether() {
        TrainingPlan plan = plan(VAE_GAN, options(1, 1, 1, 0, 0, true));

        assertThat(plan.cycle().stream().map(Phase::name)).containsExactly("discriminator", "encoder", "decoder");
        assertThat(plan.cycle().get(1).objective().keySet()).containsExactlyInAnyOrder("features", "kl");
        assertThat(plan.cycle().get(2).objective().keySet())
                .containsExactlyInAnyOrder("features", "generator", "spread");
    }

    @Test
    void theDiscriminatorsTurnIsSkippedWhileItWinsAndItsAccuracyIsMeasuredElsewhere() {
        TrainingPlan plan = plan(GAN, options(1, 1, 0.8, 0, 0, false));
        Gate gate = plan.cycle().get(0).gate();

        assertThat(gate.open(Map.of())).isTrue();
        assertThat(gate.open(Map.of("accuracy", 0.8))).isTrue();
        assertThat(gate.open(Map.of("accuracy", 0.81))).isFalse();
        assertThat(plan.cycle().get(1).objective()).containsKey("accuracy");
    }

    @Test
    void aCriticHasNoAccuracyToSkipBy() {
        Loss critic = new WassersteinLossProvider()
                .create(new WassersteinLossOptions(SmallDiscriminators.dense(), 0, 4, 0.01));
        assertThatThrownBy(() -> plan(critic, options(1, 1, 0.8, 0, 0, false)))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("trainer.skip-above");
    }

    @Test
    void aPriorThatNoTermIsForIsRefused() {
        Set<String> groups = Set.of(Groups.ENCODER, Groups.DECODER, Groups.PRIOR, "discriminator");
        assertThatThrownBy(() -> new AdversarialTrainerProvider()
                        .create(options(1, 1, 1, 0, 0, false))
                        .plan(new TrainingContext(AAE.terms(), groups)))
                .isInstanceOf(DiaboloException.class)
                .hasMessageContaining("adversarial.circle");
    }

    private static TrainingPlan plan(Loss loss, AdversarialTrainerOptions options) {
        Set<String> groups = new HashSet<>(loss.groups());
        groups.addAll(Set.of(Groups.ENCODER, Groups.DECODER));
        return new AdversarialTrainerProvider().create(options).plan(new TrainingContext(loss.terms(), groups));
    }

    private static AdversarialTrainerOptions options(
            int discriminatorSteps,
            int generatorSteps,
            double skipAbove,
            double clip,
            double averaging,
            boolean combine) {
        return new AdversarialTrainerOptions(
                optimiser(0.001),
                optimiser(0.002),
                optimiser(0.003),
                discriminatorSteps,
                generatorSteps,
                skipAbove,
                clip,
                averaging,
                combine);
    }

    private static OptimiserOptions optimiser(double rate) {
        ScheduleOptions constant =
                new ScheduleOptions(ScheduleOptions.Name.CONSTANT, 0, 0, false, 10, List.of(30.0), 0.5, 10, 1e-4, 0, 0);
        return new OptimiserOptions(
                OptimiserOptions.Name.ADAM,
                rate,
                0,
                false,
                0.9,
                0.999,
                0.9,
                false,
                0.95,
                0.1,
                1e-7,
                0.004,
                0,
                OptimiserOptions.Clip.NONE,
                1,
                constant);
    }
}
