package dev.diabolo.benchmarks.diabolo;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.benchmarks.measure.Engine;
import dev.diabolo.benchmarks.measure.PassClock;
import dev.diabolo.benchmarks.measure.Workload;
import dev.diabolo.benchmarks.measure.WorkloadData;
import dev.diabolo.spi.training.TrainingListener;
import java.util.Arrays;
import java.util.Map;

/**
 * Diabolo as an embedding program uses it: a training run with a listener that hears of each step's loss. Unlike its peers it
 * shuffles, gathers each batch from single examples, and keeps a copy of the parameters after each epoch, as it always does.
 */
public final class DiaboloEngine implements Engine {
    @Override
    public String version() {
        return Diabolo.version();
    }

    @Override
    public void train(Workload workload, int workers, PassClock clock) {
        try (Diabolo diabolo = open()) {
            WorkloadTraining.of(diabolo, workload, workers)
                    .stopWhen(clock::done)
                    .listener(new TrainingListener() {
                        @Override
                        public void started(int epochs, int stepsPerEpoch, long parameters) {
                            clock.start();
                        }

                        @Override
                        public void step(int epoch, int step, double loss) {
                            clock.stepped(loss);
                        }
                    })
                    .train(WorkloadTraining.data(workload))
                    .close();
        }
    }

    /** Workers make no difference: a call computes on the thread that makes it. */
    @Override
    public Forward forward(int workers) {
        Diabolo diabolo = open();
        Autoencoder model =
                WorkloadTraining.of(diabolo, Workload.W6, workers).epochs(1).train(WorkloadTraining.data(Workload.W6));
        float[][][] batches = batches(WorkloadData.testRows(), Workload.W6.batch());
        return new Forward() {
            @Override
            public void batch(int index) {
                model.reconstruct(batches[index]);
            }

            @Override
            public float row(float[] row) {
                return model.reconstruct(new float[][] {row})[0][0];
            }
        };
    }

    private static float[][][] batches(float[][] rows, int batch) {
        float[][][] batches = new float[(rows.length + batch - 1) / batch][][];
        for (int i = 0; i < batches.length; i++) {
            batches[i] = Arrays.copyOfRange(rows, i * batch, Math.min(rows.length, (i + 1) * batch));
        }
        return batches;
    }

    /** Without the settings of the user's environment: a benchmark is the same for everyone. */
    static Diabolo open() {
        return Diabolo.create(Map.of(), ProgressListener.NONE);
    }
}
