package dev.diabolo.engine;

import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.Schedule;

/** A number in a graph that the run determines, the same for all examples of a batch. */
sealed interface RunNumber {
    /** Its value under some conditions. */
    double at(Conditions conditions);

    /**
     * What such numbers depend on.
     *
     * @param moment of the run, which schedules go by
     * @param dataSize how many examples the data have of which batches are parts
     */
    record Conditions(Moment moment, int dataSize) {
        /** Of a model in use: training is over, and there is no more than one example. */
        static final Conditions IN_USE = new Conditions(Moment.END, 1);
    }

    /** A number that follows a schedule. */
    record Scheduled(Schedule schedule) implements RunNumber {
        @Override
        public double at(Conditions conditions) {
            return schedule.at(conditions.moment());
        }
    }

    /** The number of examples. */
    record DataSize() implements RunNumber {
        @Override
        public double at(Conditions conditions) {
            return conditions.dataSize();
        }
    }
}
