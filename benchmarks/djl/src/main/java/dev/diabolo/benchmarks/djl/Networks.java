package dev.diabolo.benchmarks.djl;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;

/** The workloads' networks as blocks, their trainers and their losses. */
final class Networks {
    private Networks() {}

    static Optimizer adam() {
        return Optimizer.adam().optLearningRateTracker(Tracker.fixed(1e-3f)).build();
    }

    /** A trainer with weights by Glorot's uniform distribution. */
    static Trainer trainer(String name, Block block, Shape input) {
        Model model = Model.newInstance(name);
        model.setBlock(block);
        DefaultTrainingConfig configuration = new DefaultTrainingConfig(Loss.l2Loss())
                .optOptimizer(adam())
                .optInitializer(
                        new XavierInitializer(
                                XavierInitializer.RandomType.UNIFORM, XavierInitializer.FactorType.AVG, 3f),
                        Parameter.Type.WEIGHT);
        Trainer trainer = model.newTrainer(configuration);
        trainer.initialize(input);
        return trainer;
    }

    /** Fully connected layers, ReLU between them. */
    static SequentialBlock layers(int... widths) {
        SequentialBlock block = new SequentialBlock();
        for (int i = 0; i < widths.length; i++) {
            if (i > 0) {
                block.add(Activation::relu);
            }
            block.add(Linear.builder().setUnits(widths[i]).build());
        }
        return block;
    }

    static SequentialBlock convolutional() {
        SequentialBlock block = new SequentialBlock()
                .add(halved(16))
                .add(Activation::relu)
                .add(halved(32))
                .add(Activation::relu)
                .add(Blocks.batchFlattenBlock())
                .add(layers(64, 1568))
                .add(Activation::relu)
                .add(maps ->
                        new NDList(maps.singletonOrThrow().reshape(-1, 32, 7, 7).transpose(0, 2, 3, 1)));
        doubled(block, 16, 7);
        block.add(Activation::relu);
        doubled(block, 1, 14);
        return block.add(Activation::sigmoid)
                .add(images -> new NDList(images.singletonOrThrow().reshape(-1, 1, 28, 28)));
    }

    private static Conv2d halved(int maps) {
        return Conv2d.builder()
                .setKernelShape(new Shape(3, 3))
                .optStride(new Shape(2, 2))
                .optPadding(new Shape(1, 1))
                .setFilters(maps)
                .build();
    }

    /**
     * A transposed convolution of 2 x 2 and stride 2, channels last: a matrix product and a rearrangement. The PyTorch engine
     * does not have the operation itself.
     */
    private static void doubled(SequentialBlock block, int maps, int side) {
        block.add(Linear.builder().setUnits(4L * maps).build())
                .add(values -> new NDList(values.singletonOrThrow()
                        .reshape(-1, side, side, 2, 2, maps)
                        .transpose(0, 1, 3, 2, 4, 5)
                        .reshape(-1, 2 * side, 2 * side, maps)));
    }

    static NDArray meanSquaredError(NDArray found, NDArray wanted) {
        return found.sub(wanted).square().mean();
    }

    /** Of logits. */
    static NDArray crossEntropy(NDArray logits, float target) {
        return Activation.softPlus(logits).sub(logits.mul(target)).mean();
    }

    static NDArray forward(Trainer trainer, NDArray input) {
        return trainer.forward(new NDList(input)).singletonOrThrow();
    }
}
