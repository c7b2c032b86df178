package dev.diabolo.benchmarks.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.optimizer.Optimizer;
import java.util.List;

/** The adversarial autoencoder: three phases, each with an optimiser of its own. */
final class Adversarial implements Learner {
    private static final int PIXELS = 784;
    private static final int CODE = 8;

    private final int batch;
    private final Trainer encoder;
    private final Trainer decoder;
    private final Trainer discriminator;
    private final Optimizer generator = Networks.adam();
    private final List<Parameter> generated;

    Adversarial(int batch) {
        this.batch = batch;
        encoder = Networks.trainer("encoder", Networks.layers(1000, 1000, CODE), new Shape(batch, PIXELS));
        decoder = Networks.trainer(
                "decoder", Networks.layers(1000, 1000, PIXELS).add(Activation::sigmoid), new Shape(batch, CODE));
        discriminator = Networks.trainer("discriminator", Networks.layers(1000, 1000, 1), new Shape(batch, CODE));
        generated = encoder.getModel().getBlock().getParameters().values();
    }

    @Override
    public float step(NDArray data) {
        float loss = Learners.update(
                () -> Networks.meanSquaredError(Networks.forward(decoder, Networks.forward(encoder, data)), data),
                encoder,
                decoder);
        discriminate(data);
        generate(data);
        return loss;
    }

    private void discriminate(NDArray data) {
        NDArray code = encoder.evaluate(new NDList(data)).singletonOrThrow().stopGradient();
        NDArray prior = data.getManager().randomNormal(new Shape(batch, CODE));
        Learners.update(
                () -> Networks.crossEntropy(Networks.forward(discriminator, prior), 1)
                        .add(Networks.crossEntropy(Networks.forward(discriminator, code), 0)),
                discriminator);
    }

    /** The trainer of the encoder keeps the state of the first phase's optimiser; this phase has another. */
    private void generate(NDArray data) {
        try (GradientCollector collector = encoder.newGradientCollector()) {
            NDArray code = Networks.forward(encoder, data);
            collector.backward(Networks.crossEntropy(Networks.forward(discriminator, code), 1));
        }
        for (Parameter parameter : generated) {
            NDArray values = parameter.getArray();
            generator.update(parameter.getId(), values, values.getGradient());
        }
    }
}
