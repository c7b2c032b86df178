package dev.diabolo.testkit;

import java.util.List;

/** Steps of training at which schedules are looked at. */
final class Schedules {
    static final List<Long> STEPS = List.of(0L, 1L, 10L, 1_000L, 1_000_000L);

    private Schedules() {}
}
