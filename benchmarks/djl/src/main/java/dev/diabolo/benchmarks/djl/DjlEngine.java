package dev.diabolo.benchmarks.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.diabolo.benchmarks.measure.PassClock;
import dev.diabolo.benchmarks.measure.Workload;
import dev.diabolo.benchmarks.measure.WorkloadData;

/** Deep Java Library with the natives that are on the class path; nothing is downloaded. */
public final class DjlEngine implements dev.diabolo.benchmarks.measure.Engine {
    /** Of the batches that the network of {@link Workload#W6} learns from. */
    private static final int FEW = 50;

    /** Reads of the natives' settings happen once, so they come before anything else. */
    public DjlEngine() {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
        // The parent process says it by way of OpenMP's own variable, which PyTorch would read too.
        System.setProperty("ai.djl.pytorch.num_threads", System.getenv().getOrDefault("OMP_NUM_THREADS", "1"));
    }

    @Override
    public String version() {
        return "0.35.1, PyTorch " + Engine.getInstance().getVersion();
    }

    @Override
    public void train(Workload workload, int workers, PassClock clock) {
        NDManager manager = NDManager.newBaseManager();
        Learner learner = Learners.of(workload);
        NDArray[] batches = arrays(manager, WorkloadData.batches(workload), shape(workload));
        clock.start();
        for (int i = 0; !clock.done(); i++) {
            clock.stepped(step(manager, learner, batches[i % batches.length]));
        }
    }

    /** What a step makes belongs to a manager of its own, and is freed with it. */
    private static float step(NDManager manager, Learner learner, NDArray batch) {
        try (NDManager arrays = manager.newSubManager()) {
            batch.attach(arrays);
            float loss = learner.step(batch);
            batch.attach(manager);
            return loss;
        }
    }

    private static Shape shape(Workload workload) {
        return switch (workload) {
            case W3 -> new Shape(1, 28, 28);
            case W4 -> new Shape(WorkloadData.TIME, WorkloadData.FEATURES);
            default -> new Shape(784);
        };
    }

    private static NDArray[] arrays(NDManager manager, float[][] batches, Shape example) {
        NDArray[] arrays = new NDArray[batches.length];
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = array(manager, batches[i], example);
        }
        return arrays;
    }

    private static NDArray array(NDManager manager, float[] values, Shape example) {
        return manager.create(values, new Shape(values.length / example.size()).addAll(example));
    }

    @Override
    public Forward forward(int workers) {
        NDManager manager = NDManager.newBaseManager();
        Learners.Plain learner = Learners.dense();
        NDArray[] training = arrays(manager, WorkloadData.batches(Workload.W1), shape(Workload.W1));
        for (int i = 0; i < FEW; i++) {
            step(manager, learner, training[i % training.length]);
        }
        NDArray[] batches = arrays(manager, WorkloadData.testBatches(), shape(Workload.W6));
        return new Forward() {
            @Override
            public void batch(int index) {
                try (NDManager arrays = manager.newSubManager()) {
                    batches[index].attach(arrays);
                    learner.reconstruct(batches[index]);
                    batches[index].attach(manager);
                }
            }

            @Override
            public float row(float[] row) {
                try (NDManager arrays = manager.newSubManager()) {
                    return learner.reconstruct(array(arrays, row, shape(Workload.W6)))
                            .toFloatArray()[0];
                }
            }
        };
    }
}
