package dev.diabolo.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import dev.diabolo.benchmarks.measure.Workload;
import dev.diabolo.benchmarks.measure.WorkloadData;
import java.util.Arrays;
import java.util.function.Supplier;

/** The workloads' steps. */
final class Learners {
    private static final int PIXELS = 784;
    private static final int UNITS = 64;

    private Learners() {}

    static Learner of(Workload workload) {
        int batch = workload.batch();
        return switch (workload) {
            case W1, W1B32, W6 -> dense();
            case W2 -> new Variational(batch);
            case W3 -> new Plain(Networks.trainer("images", Networks.convolutional(), new Shape(batch, 1, 28, 28)));
            case W4 -> new Recurrent(batch);
            case W5 -> new Adversarial(batch);
        };
    }

    static Plain dense() {
        return new Plain(Networks.trainer(
                "dense", Networks.layers(128, 64, 128, PIXELS).add(Activation::sigmoid), new Shape(1, PIXELS)));
    }

    /** Computes a loss and its gradients, and updates what the trainers have. */
    static float update(Supplier<NDArray> loss, Trainer... trainers) {
        float value;
        try (GradientCollector collector = trainers[0].newGradientCollector()) {
            NDArray total = loss.get();
            collector.backward(total);
            value = total.getFloat();
        }
        Arrays.stream(trainers).forEach(Trainer::step);
        return value;
    }

    /** One network and the mean squared error. */
    record Plain(Trainer trainer) implements Learner {
        @Override
        public float step(NDArray batch) {
            return update(() -> Networks.meanSquaredError(Networks.forward(trainer, batch), batch), trainer);
        }

        /** Without gradients. */
        NDArray reconstruct(NDArray batch) {
            return trainer.getModel()
                    .getBlock()
                    .forward(new ParameterStore(batch.getManager(), false), new NDList(batch), false)
                    .singletonOrThrow();
        }
    }

    private static final class Variational implements Learner {
        private final int batch;
        private final Trainer hidden;
        private final Trainer mean;
        private final Trainer logVariance;
        private final Trainer decoder;

        Variational(int batch) {
            this.batch = batch;
            hidden = Networks.trainer("hidden", Networks.layers(400), new Shape(batch, PIXELS));
            mean = Networks.trainer("mean", Networks.layers(20), new Shape(batch, 400));
            logVariance = Networks.trainer("log-variance", Networks.layers(20), new Shape(batch, 400));
            decoder = Networks.trainer("decoder", Networks.layers(400, PIXELS), new Shape(batch, 20));
        }

        @Override
        public float step(NDArray data) {
            return update(() -> loss(data), hidden, mean, logVariance, decoder);
        }

        private NDArray loss(NDArray data) {
            NDArray features = Activation.relu(Networks.forward(hidden, data));
            NDArray centre = Networks.forward(mean, features);
            NDArray width = Networks.forward(logVariance, features);
            NDArray noise = data.getManager().randomNormal(centre.getShape());
            NDArray code = centre.add(noise.mul(width.mul(0.5f).exp()));
            NDArray logits = Networks.forward(decoder, code);
            NDArray surprise = Activation.softPlus(logits).sub(logits.mul(data)).sum();
            NDArray divergence =
                    width.add(1).sub(centre.square()).sub(width.exp()).sum().mul(-0.5f);
            return surprise.add(divergence).div(batch);
        }
    }

    private static final class Recurrent implements Learner {
        private final Trainer encoder;
        private final Trainer decoder;
        private final Trainer output;

        Recurrent(int batch) {
            int time = WorkloadData.TIME;
            encoder = Networks.trainer(
                    "encoder",
                    LSTM.builder()
                            .setStateSize(UNITS)
                            .setNumLayers(1)
                            .optReturnState(true)
                            .build(),
                    new Shape(batch, time, WorkloadData.FEATURES));
            decoder = Networks.trainer(
                    "decoder",
                    LSTM.builder().setStateSize(UNITS).setNumLayers(1).build(),
                    new Shape(batch, time, UNITS));
            output = Networks.trainer("output", Networks.layers(WorkloadData.FEATURES), new Shape(batch, time, UNITS));
        }

        @Override
        public float step(NDArray data) {
            return update(() -> loss(data), encoder, decoder, output);
        }

        private NDArray loss(NDArray data) {
            long batch = data.getShape().get(0);
            NDArray last = encoder.forward(new NDList(data)).get(1).reshape(batch, 1, UNITS);
            NDArray repeated = last.broadcast(batch, WorkloadData.TIME, UNITS);
            NDArray states = decoder.forward(new NDList(repeated)).get(0);
            return Networks.meanSquaredError(Networks.forward(output, states), data);
        }
    }
}
