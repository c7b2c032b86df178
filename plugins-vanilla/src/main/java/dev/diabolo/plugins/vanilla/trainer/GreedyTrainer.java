package dev.diabolo.plugins.vanilla.trainer;

import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.Gate;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Stage;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** See {@link GreedyTrainerProvider}. */
record GreedyTrainer(GreedyTrainerOptions options) implements Trainer {
    @Override
    public TrainingPlan plan(TrainingContext context) {
        if (context.layers() == 0) {
            throw DiaboloException.user(
                    "training.no-layers",
                    Problem.of(
                                    "layers cannot be trained one at a time: the networks are not in layers that mirror each other")
                            .allowed("an encoder and a decoder such as vanilla.stacked, the decoder with the encoder's "
                                    + "widths in reverse")
                            .remedy("use other networks, or train them together with vanilla.joint"));
        }
        double share = options.pretraining() / context.layers();
        List<Stage> layers = IntStream.range(0, context.layers())
                .mapToObj(layer -> new Stage("layer-" + (layer + 1), List.of(phase(layer, context)), share))
                .toList();
        Phase joint = new Phase(
                "joint",
                context.allTerms(),
                context.groups(),
                options.optimiser().spec());
        return new TrainingPlan(layers, List.of(joint));
    }

    private Phase phase(int layer, TrainingContext context) {
        return new Phase(
                "layer-" + (layer + 1),
                context.allTerms(),
                Set.of(Groups.ENCODER, Groups.DECODER),
                options.optimiser().spec(),
                1,
                Gate.ALWAYS,
                Optional.of(layer));
    }
}
