package dev.diabolo.spi.training;

import dev.diabolo.spi.option.Option;
import java.util.List;
import java.util.Optional;

/** Settings of a learning rate's course, nested as {@code schedule}. Times are in epochs; fractions are allowed. */
public record ScheduleOptions(
        @Option(
                help = "the course of the learning rate; plateau: lower whenever the validation loss gets no better",
                defaultValue = "constant")
        Name name,

        @Option(help = "at first, rise to the learning rate for so long", defaultValue = "0", unit = "epochs", min = 0)
        double warmUp,

        @Option(
                help = "how long the course takes; 0: the run, after warming up",
                defaultValue = "0",
                unit = "epochs",
                min = 0,
                when = "name=linear,cosine")
        double length,

        @Option(help = "begin again after each length", defaultValue = "false", when = "name=cosine")
        boolean restarts,

        @Option(
                help = "the time in which the rate is multiplied by the factor once",
                defaultValue = "10",
                unit = "epochs",
                min = 0,
                minExclusive = true,
                when = "name=step,exponential")
        double every,

        @Option(
                help = "after how many epochs the rate is multiplied by the factor",
                defaultValue = "30,60,90",
                unit = "epochs",
                min = 0,
                minExclusive = true,
                when = "name=milestones")
        List<Double> milestones,

        @Option(
                help = "what the rate is multiplied by",
                defaultValue = "0.5",
                min = 0,
                minExclusive = true,
                max = 1,
                maxExclusive = true,
                when = "name=step,exponential,milestones,plateau")
        double factor,

        @Option(
                help = "epochs in a row without improvement before the rate is lowered",
                defaultValue = "10",
                unit = "epochs",
                min = 1,
                when = "name=plateau")
        int patience,

        @Option(
                help = "the least improvement that counts, as a share of the best loss so far",
                defaultValue = "0.0001",
                min = 0,
                when = "name=plateau")
        double threshold,

        @Option(
                help = "after lowering, epochs that do not count as without improvement",
                defaultValue = "0",
                unit = "epochs",
                min = 0,
                when = "name=plateau")
        int cooldown,

        @Option(
                help = "the share of the learning rate that is left at the end, or at least",
                defaultValue = "0",
                min = 0,
                max = 1,
                when = "name=linear,cosine,plateau")
        double floor) {

    public ScheduleOptions {
        milestones = List.copyOf(milestones);
    }

    /** The courses there are. */
    public enum Name {
        CONSTANT,
        LINEAR,
        STEP,
        EXPONENTIAL,
        COSINE,
        MILESTONES,
        PLATEAU
    }

    /** The schedule of a rate. */
    public Schedule of(double rate) {
        Span over = length == 0 ? Span.RUN : Span.epochs(length);
        Schedule course = switch (name) {
            case CONSTANT, PLATEAU -> Schedule.constant(rate);
            case LINEAR -> new Schedule.Linear(rate, rate * floor, over);
            case STEP -> new Schedule.Step(rate, factor, Span.epochs(every));
            case EXPONENTIAL -> new Schedule.Exponential(rate, factor, Span.epochs(every));
            case COSINE -> new Schedule.Cosine(rate, rate * floor, over, restarts);
            case MILESTONES ->
                new Schedule.Milestones(
                        rate, factor, milestones.stream().map(Span::epochs).toList());
        };
        return warmUp == 0 ? course : new Schedule.WarmUp(Span.epochs(warmUp), course);
    }

    /** What lowers the rate by the validation loss; empty where nothing does. */
    public Optional<Plateau> plateau() {
        return name == Name.PLATEAU
                ? Optional.of(new Plateau(factor, patience, threshold, cooldown, floor))
                : Optional.empty();
    }
}
