package dev.diabolo.engine;

import java.util.function.Supplier;

/** Keeps the state of a run, so that it can go on after an interruption. Called on the training thread. */
public interface Checkpoints {
    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public boolean isDue() {
            return false;
        }

        @Override
        public void save(RunState state) {
            throw new IllegalStateException("no state is due");
        }

        @Override
        public void stopped(Supplier<RunState> state) {}
    };

    /** Whether the state should be saved now; asked between steps. */
    boolean isDue();

    /** Saves a state, in place of the one before. */
    void save(RunState state);

    /** The run was asked to stop: the state may be saved. */
    default void stopped(Supplier<RunState> state) {
        save(state.get());
    }
}
