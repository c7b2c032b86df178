package dev.diabolo.plugins.vae.loss;

import dev.diabolo.spi.option.Option;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.Span;

/** The course of a weight from 0 to its value, nested as {@code warm-up}. */
public record WarmUpOptions(
        @Option(help = "how the weight rises: not at all, once, or again and again", defaultValue = "none")
        Course course,

        @Option(
                help = "how long it rises",
                defaultValue = "10",
                unit = "epochs",
                min = 0,
                minExclusive = true,
                when = "course=linear")
        double length,

        @Option(
                help = "how often it rises in the run",
                defaultValue = "4",
                min = 1,
                max = 1_000_000,
                when = "course=cyclical")
        int cycles,

        @Option(
                help = "the share of a cycle in which it rises; it rests in the other",
                defaultValue = "0.5",
                min = 0,
                minExclusive = true,
                max = 1,
                when = "course=cyclical")
        double rise) {

    /** The courses there are. */
    public enum Course {
        NONE,
        LINEAR,
        CYCLICAL
    }

    /** The schedule of a weight. */
    public Schedule of(double weight) {
        return switch (course) {
            case NONE -> Schedule.constant(weight);
            case LINEAR -> new Schedule.Linear(0, weight, Span.epochs(length));
            case CYCLICAL -> new Schedule.Cyclical(0, weight, new Span(1.0 / cycles, Span.Unit.RUN), cycles, rise);
        };
    }
}
