package dev.diabolo.testkit;

import dev.diabolo.spi.training.Moment;
import java.util.List;
import java.util.stream.Stream;

/** Moments of training at which schedules are looked at. */
final class Schedules {
    static final List<Moment> MOMENTS = Stream.of(0, 1, 10, 1_000, 1_000_000)
            .map(step -> new Moment(step, 100, 1_000_000))
            .toList();

    private Schedules() {}
}
