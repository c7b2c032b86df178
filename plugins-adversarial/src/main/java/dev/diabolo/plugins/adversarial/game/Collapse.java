package dev.diabolo.plugins.adversarial.game;

import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.EpochReport;
import dev.diabolo.spi.training.TrainingWarning;
import dev.diabolo.spi.training.Watch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is looked for while networks play against each other: that one has won, or that the other gives up. */
public final class Collapse {
    /** A discriminator that errs less often gives no direction: its gradients vanish (Arjovsky and Bottou 2017). */
    private static final double ALL = 0.995;

    /** A tenth of the deviation of what is real. */
    private static final double NOTHING = 0.01;

    private Collapse() {}

    /**
     * @param what lies together where the spread vanishes: "codes"
     */
    public static List<Watch> watches(String what) {
        return List.of(Collapse::discriminator, report -> spread(report, what));
    }

    private static Optional<TrainingWarning> discriminator(EpochReport report) {
        Double accuracy = report.terms().get(Game.ACCURACY);
        if (accuracy == null || accuracy < ALL) {
            return Optional.empty();
        }
        return Optional.of(new TrainingWarning(
                "adversarial.discriminator-wins",
                Problem.of(String.format(
                                Locale.ROOT,
                                "the discriminator tells %.1f %% rightly, so the other side learns nothing from it",
                                100 * accuracy))
                        .at("epoch " + report.epoch())
                        .remedy("lower trainer.discriminator-optimiser.learning-rate, skip its turns with"
                                + " trainer.skip-above=0.8, or blur what it sees with loss.discriminator.noise=0.1")));
    }

    private static Optional<TrainingWarning> spread(EpochReport report, String what) {
        Double spread = report.terms().get(Spread.NAME);
        if (spread == null || spread > NOTHING) {
            return Optional.empty();
        }
        return Optional.of(new TrainingWarning(
                "adversarial.collapse",
                Problem.of(String.format(
                                Locale.ROOT,
                                "%s are nearly all the same: their variance is %.2g of what it should be",
                                what,
                                spread))
                        .at("epoch " + report.epoch())
                        .remedy("lower trainer.generator-optimiser.learning-rate, or train the discriminator more often"
                                + " with trainer.discriminator-steps=5")));
    }
}
