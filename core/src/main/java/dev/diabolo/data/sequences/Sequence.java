package dev.diabolo.data.sequences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A sequence in the making, with its time steps in the order in which they were read until they are sorted. */
final class Sequence {
    private final String name;
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param name for messages
     */
    Sequence(String name) {
        this.name = name;
    }

    /**
     * One time step.
     *
     * @param time what orders it
     * @param place where it was read
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Step(double time, float[] values, int label, String place) {}

    void add(Step step) {
        steps.add(step);
    }

    String name() {
        return name;
    }

    int length() {
        return steps.size();
    }

    Step step(int index) {
        return steps.get(index);
    }

    /** Brings the steps into the order of their times. */
    void sort() {
        steps.sort(Comparator.comparingDouble(Step::time));
    }
}
