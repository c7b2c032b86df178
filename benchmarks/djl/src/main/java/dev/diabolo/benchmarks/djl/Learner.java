package dev.diabolo.benchmarks.djl;

import ai.djl.ndarray.NDArray;

/** Something that takes training steps. */
interface Learner {
    /**
     * Takes one step.
     *
     * @param batch its manager gets what the step makes
     * @return the loss
     */
    float step(NDArray batch);
}
