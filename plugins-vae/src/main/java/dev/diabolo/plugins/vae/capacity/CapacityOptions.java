package dev.diabolo.plugins.vae.capacity;

import dev.diabolo.spi.option.Option;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.Span;

/** Settings of {@link CapacityProvider}. */
public record CapacityOptions(
        @Option(help = "weight of the distance between divergence and capacity", defaultValue = "1000", min = 0)
        double gamma,

        @Option(help = "the capacity at the end", defaultValue = "25", unit = "nats", min = 0)
        double capacity,

        @Option(
                help = "how long the capacity rises from 0; 0: the whole run",
                defaultValue = "0",
                unit = "epochs",
                min = 0)
        double length,

        @Option(help = "samples of each example's code", defaultValue = "1", min = 1, max = 1_000_000)
        int samples) {
    Schedule course() {
        return new Schedule.Linear(0, capacity, length == 0 ? Span.RUN : Span.epochs(length));
    }
}
