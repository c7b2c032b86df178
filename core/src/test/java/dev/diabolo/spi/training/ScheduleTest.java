package dev.diabolo.spi.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ScheduleTest {
    private static final double PER_EPOCH = 20;
    private static final double STEPS = 200;

    @Provide
    Arbitrary<Span> spans() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(0.5, 300).ofScale(1).map(Span::steps),
                Arbitraries.doubles().between(0.25, 12).ofScale(2).map(Span::epochs),
                Arbitraries.doubles().between(0.05, 1).ofScale(2).map(share -> new Span(share, Span.Unit.RUN)));
    }

    /** All that fall from 1 to some value of at least 0, and never rise. */
    @Provide
    Arbitrary<Schedule> falling() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0.01, 0.99).ofScale(2);
        return Combinators.combine(spans(), spans(), shares)
                .flatAs((span, other, share) -> Arbitraries.of(
                        Schedule.constant(1),
                        new Schedule.Linear(1, share, span),
                        new Schedule.Step(1, share, span),
                        new Schedule.Exponential(1, share, span),
                        new Schedule.Cosine(1, share, span, false),
                        new Schedule.Milestones(1, share, List.of(span, other))));
    }

    @Property(seed = "42")
    void schedulesFallWithinTheirBounds(@ForAll("falling") Schedule schedule) {
        double last = schedule.at(moment(0));
        assertThat(last).isEqualTo(1);
        for (int step = 1; step <= STEPS + 5; step++) {
            double now = schedule.at(moment(step));
            assertThat(now).isBetween(0.0, last + 1e-12);
            last = now;
        }
        assertThat(schedule.at(Moment.END)).isBetween(0.0, last + 1e-12);
    }

    @Property(seed = "42")
    void aWarmUpRisesWithoutAJumpAndThenFollows(@ForAll("falling") Schedule then, @ForAll("spans") Span over) {
        Schedule schedule = new Schedule.WarmUp(over, then);
        double length = over.steps(moment(0));
        double last = 0;
        for (int step = 0; step <= STEPS; step++) {
            double now = schedule.at(moment(step));
            if (step < length) {
                assertThat(now).isBetween(last, 1.0).isGreaterThan(0);
                assertThat(now - last).isCloseTo(1 / (length + 1), within(1e-9));
            } else {
                assertThat(now).isEqualTo(then.at(moment(step).after(length)));
            }
            last = now;
        }
        assertThat(schedule.at(Moment.END)).isEqualTo(then.at(Moment.END));
    }

    @Property(seed = "42")
    void whatTakesTheRunEndsWithItAfterAWarmUpToo(
            @ForAll @DoubleRange(min = 0.1, max = 9) double warmUp,
            @ForAll @DoubleRange(min = 0, max = 0.9) double end) {
        for (Schedule course :
                List.of(new Schedule.Cosine(1, end, Span.RUN, false), new Schedule.Linear(1, end, Span.RUN))) {
            Schedule schedule = new Schedule.WarmUp(Span.epochs(warmUp), course);
            assertThat(schedule.at(moment(STEPS))).isCloseTo(end, within(1e-12));
            assertThat(schedule.at(moment(STEPS - 1))).isGreaterThan(end);
        }
    }

    @Property(seed = "42")
    void epochsAreStepsTimesTheirLength(@ForAll @IntRange(min = 1, max = 10) int epochs) {
        Schedule inEpochs = new Schedule.Linear(1, 0, Span.epochs(epochs));
        Schedule inSteps = new Schedule.Linear(1, 0, Span.steps(epochs * PER_EPOCH));
        for (int step = 0; step <= STEPS; step++) {
            assertThat(inEpochs.at(moment(step))).isCloseTo(inSteps.at(moment(step)), within(1e-12));
        }
    }

    @Example
    void valuesAtKnownMoments() {
        assertThat(new Schedule.Step(8, 0.5, Span.epochs(2)).at(epoch(3.9))).isEqualTo(4);
        assertThat(new Schedule.Step(8, 0.5, Span.epochs(2)).at(epoch(4))).isEqualTo(2);
        assertThat(new Schedule.Exponential(8, 0.25, Span.epochs(2)).at(epoch(1)))
                .isEqualTo(4);
        assertThat(new Schedule.Cosine(8, 2, Span.epochs(4), false).at(epoch(2)))
                .isCloseTo(5, within(1e-12));
        assertThat(new Schedule.Cosine(8, 2, Span.epochs(4), false).at(epoch(9)))
                .isCloseTo(2, within(1e-12));
        Schedule milestones = new Schedule.Milestones(8, 0.5, List.of(Span.epochs(3), Span.epochs(7)));
        assertThat(List.of(milestones.at(epoch(2.9)), milestones.at(epoch(3)), milestones.at(epoch(7))))
                .containsExactly(8.0, 4.0, 2.0);
    }

    @Example
    void aCosineWithRestartsBeginsAgain() {
        Schedule schedule = new Schedule.Cosine(1, 0, Span.epochs(2), true);

        assertThat(schedule.at(epoch(1))).isCloseTo(0.5, within(1e-12));
        assertThat(schedule.at(epoch(2))).isEqualTo(1);
        assertThat(schedule.at(epoch(5))).isCloseTo(0.5, within(1e-12));
        assertThat(schedule.at(Moment.END)).isCloseTo(0, within(1e-12));
    }

    @Example
    void cyclesRiseRestAndBeginAgainAndTheLastValueStays() {
        Schedule schedule = new Schedule.Cyclical(0, 4, new Span(0.5, Span.Unit.RUN), 2, 0.5);

        assertThat(List.of(0.0, 1.25, 2.5, 4.9, 5.0, 6.25, 7.5, 9.9, 10.0).stream()
                        .map(epoch -> schedule.at(epoch(epoch)))
                        .toList())
                .containsExactly(0.0, 2.0, 4.0, 4.0, 0.0, 2.0, 4.0, 4.0, 4.0);
        assertThat(schedule.at(Moment.END)).isEqualTo(4);
    }

    @Example
    void nonsenseIsRefused() {
        for (double amount : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Span.epochs(amount));
        }
        for (double factor : new double[] {0, 1, -0.5, Double.NaN}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new Schedule.Exponential(1, factor, Span.RUN));
        }
    }

    private static Moment moment(double step) {
        return new Moment(step, PER_EPOCH, STEPS);
    }

    private static Moment epoch(double epoch) {
        return moment(epoch * PER_EPOCH);
    }
}
