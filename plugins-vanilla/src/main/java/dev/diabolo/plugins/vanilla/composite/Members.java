package dev.diabolo.plugins.vanilla.composite;

import dev.diabolo.plugins.vanilla.contractive.ContractivePenalty;
import dev.diabolo.plugins.vanilla.loss.CrossEntropyProvider;
import dev.diabolo.plugins.vanilla.loss.HuberLossProvider;
import dev.diabolo.plugins.vanilla.loss.MeanAbsoluteErrorProvider;
import dev.diabolo.plugins.vanilla.loss.MeanSquaredErrorProvider;
import dev.diabolo.plugins.vanilla.loss.StructuralSimilarityProvider;
import dev.diabolo.plugins.vanilla.rae.DecoderDecay;
import dev.diabolo.plugins.vanilla.rae.DecoderSlope;
import dev.diabolo.plugins.vanilla.sparse.CodeNorm;
import dev.diabolo.plugins.vanilla.sparse.MeanActivation;
import dev.diabolo.spi.option.NoOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The losses that a composite may be of, and the weight of each. */
record Members(CompositeLossOptions options) {
    /** The reconstruction errors that have a weight. */
    List<WeightedLoss> errors() {
        ReconstructionWeights weights = options.reconstruction();
        NoOptions none = new NoOptions();
        return weighted(
                new WeightedLoss(weights.mse(), new MeanSquaredErrorProvider().create(none)),
                new WeightedLoss(weights.mae(), new MeanAbsoluteErrorProvider().create(none)),
                new WeightedLoss(weights.huber(), new HuberLossProvider().create(options.huber())),
                new WeightedLoss(weights.ssim(), new StructuralSimilarityProvider().create(options.ssim())),
                new WeightedLoss(weights.crossEntropy(), new CrossEntropyProvider().create(none)));
    }

    /** The reconstruction errors and penalties that have a weight. */
    List<WeightedLoss> all() {
        List<WeightedLoss> all = new ArrayList<>(errors());
        all.addAll(weighted(
                new WeightedLoss(options.code().l1(), CodeNorm.L1),
                new WeightedLoss(options.code().l2(), CodeNorm.L2),
                new WeightedLoss(
                        options.code().kl(), new MeanActivation(options.code().rho())),
                new WeightedLoss(options.contractive().weight(), new ContractivePenalty(options.contractive())),
                new WeightedLoss(options.decoder().l2(), new DecoderDecay()),
                new WeightedLoss(options.decoder().gradient(), new DecoderSlope(options.decoder()))));
        return all;
    }

    private static List<WeightedLoss> weighted(WeightedLoss... members) {
        return Stream.of(members).filter(member -> member.weight() > 0).toList();
    }
}
