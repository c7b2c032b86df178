package dev.diabolo.benchmarks.diabolo;

import dev.diabolo.Diabolo;
import dev.diabolo.Training;
import dev.diabolo.benchmarks.measure.Workload;
import dev.diabolo.benchmarks.measure.WorkloadData;
import dev.diabolo.spi.data.Dataset;
import java.util.Optional;

/** Workloads as training runs. */
public final class WorkloadTraining {
    /** More than anyone waits for. */
    private static final int EPOCHS = 1_000_000;

    /** Of the batches that the network of {@link Workload#W6} learns from. */
    private static final int TRAINING_BATCH = 128;

    private WorkloadTraining() {}

    /** A run that goes on until it is stopped, without validation. */
    public static Training of(Diabolo diabolo, Workload workload, int workers) {
        return recipe(diabolo, workload)
                .batch(workload == Workload.W6 ? TRAINING_BATCH : workload.batch())
                .epochs(EPOCHS)
                .workers(workers)
                .seed(1)
                .set("validation", 0);
    }

    private static Training recipe(Diabolo diabolo, Workload workload) {
        return switch (workload) {
            case W1, W1B32, W6 ->
                diabolo.training("ae")
                        .set("encoder.hidden", 128)
                        .set("latent", 64)
                        .set("posterior.activation", "relu");
            case W2 -> diabolo.training("vae");
            case W3 ->
                diabolo.training("conv-ae")
                        .set("decoder.kernel", 2)
                        .set("latent", 64)
                        .set("posterior.activation", "relu");
            case W4 -> diabolo.training("benchmark-lstm");
            case W5 -> diabolo.training("aae").set("adversarial-learning-rate", 0.001);
        };
    }

    /** What a workload learns from: whole batches, so that every step is the same work. */
    public static Dataset data(Workload workload) {
        return workload == Workload.W4 ? sines() : WorkloadData.digits();
    }

    private static Dataset sines() {
        return new Dataset("sines", "the benchmark's own", new SineExamples(), Optional.empty());
    }
}
