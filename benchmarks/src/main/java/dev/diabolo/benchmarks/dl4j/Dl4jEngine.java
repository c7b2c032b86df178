package dev.diabolo.benchmarks.dl4j;

import dev.diabolo.benchmarks.measure.Engine;
import dev.diabolo.benchmarks.measure.PassClock;
import dev.diabolo.benchmarks.measure.Workload;
import dev.diabolo.benchmarks.measure.WorkloadData;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Deeplearning4j by its own loop: {@code fit} with each batch. It takes the number of threads from the environment
 * ({@code OMP_NUM_THREADS}, {@code OPENBLAS_NUM_THREADS}) and runs on the same natives as Diabolo.
 *
 * <p>W2 is its {@code VariationalAutoencoder} layer, by {@code pretrainLayer}. W5 is not supported: updating parts of a network
 * in turn, with gradients through parts that stay as they are, needs a loop and gradients handed over by the user.
 */
public final class Dl4jEngine implements Engine {
    /** Of the batches that the network of {@link Workload#W6} learns from. */
    private static final int FEW = 50;

    @Override
    public String version() {
        String version = MultiLayerNetwork.class.getPackage().getImplementationVersion();
        return version == null ? "1.0.0-M2.1" : version;
    }

    @Override
    public boolean supports(Workload workload) {
        return workload != Workload.W5;
    }

    @Override
    public void train(Workload workload, int workers, PassClock clock) {
        MultiLayerNetwork network = Dl4jNetworks.of(workload);
        DataSet[] batches = batches(workload);
        clock.start();
        for (int i = 0; !clock.done(); i++) {
            clock.stepped(step(network, workload, batches[i % batches.length]));
        }
    }

    /** The mean over all values, where Deeplearning4j sums over pixels or time. */
    private static double step(MultiLayerNetwork network, Workload workload, DataSet batch) {
        switch (workload) {
            case W2 -> {
                network.pretrainLayer(0, batch.getFeatures());
                return network.getLayer(0).score();
            }
            case W3 -> {
                network.fit(batch);
                return network.score()
                        / batch.getFeatures().size(2)
                        / batch.getFeatures().size(3);
            }
            case W4 -> {
                network.fit(batch);
                return network.score() / WorkloadData.TIME;
            }
            default -> {
                network.fit(batch);
                return network.score();
            }
        }
    }

    private static DataSet[] batches(Workload workload) {
        float[][] values = WorkloadData.batches(workload);
        DataSet[] batches = new DataSet[values.length];
        for (int i = 0; i < batches.length; i++) {
            INDArray batch = array(workload, values[i]);
            batches[i] = new DataSet(batch, batch);
        }
        return batches;
    }

    private static INDArray array(Workload workload, float[] values) {
        return switch (workload) {
            case W3 -> Nd4j.create(values, new int[] {workload.batch(), 1, 28, 28}, 'c');
            case W4 ->
                // Its own order of sequences is [batch, features, time].
                Nd4j.create(values, new int[] {workload.batch(), WorkloadData.TIME, WorkloadData.FEATURES}, 'c')
                        .permute(0, 2, 1)
                        .dup('c');
            default -> rows(values);
        };
    }

    private static INDArray rows(float[] values) {
        return Nd4j.create(values, new int[] {values.length / 784, 784}, 'c');
    }

    @Override
    public Forward forward(int workers) {
        MultiLayerNetwork network = Dl4jNetworks.of(Workload.W1);
        DataSet[] training = batches(Workload.W1);
        for (int i = 0; i < FEW; i++) {
            network.fit(training[i % training.length]);
        }
        float[][] values = WorkloadData.testBatches();
        INDArray[] batches = new INDArray[values.length];
        for (int i = 0; i < batches.length; i++) {
            batches[i] = rows(values[i]);
        }
        return new Forward() {
            @Override
            public void batch(int index) {
                network.output(batches[index]);
            }

            @Override
            public float row(float[] row) {
                return network.output(rows(row)).getFloat(0, 0);
            }
        };
    }
}
