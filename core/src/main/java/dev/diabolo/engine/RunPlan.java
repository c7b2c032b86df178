package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.nd4j.linalg.api.buffer.DataType;

/** What training a model takes: its terms, its parameters, and the plan of its trainer, which fits both. */
final class RunPlan {
    private RunPlan() {}

    /** The terms of a model's loss. */
    static List<TermSpec> terms(ModelDefinition model) {
        return PluginCall.of(
                "loss", model.loss(), () -> List.copyOf(model.loss().terms()));
    }

    /** The parameters and buffers of a model, in the order in which it makes them. */
    static List<ParameterSpec> parameters(ModelDefinition model) {
        ModelGraph graph = new ModelGraph(model, DataType.FLOAT, true);
        graph.terms(graph.forward(graph.data()));
        return graph.context().parameters();
    }

    /**
     * What the trainer plans for a model.
     *
     * @throws DiaboloException where the plan names what the model lacks
     */
    static TrainingPlan of(ModelDefinition model) {
        Set<String> groups = new HashSet<>(
                PluginCall.of("loss", model.loss(), () -> model.loss().groups()));
        groups.add(Groups.ENCODER);
        groups.add(Groups.DECODER);
        if (parameters(model).stream().anyMatch(spec -> spec.group().equals(Groups.PRIOR))) {
            groups.add(Groups.PRIOR);
        }
        List<TermSpec> specs = terms(model);
        TrainingContext context = new TrainingContext(specs, groups, model.layers());
        TrainingPlan plan =
                PluginCall.of("trainer", model.trainer(), () -> model.trainer().plan(context));
        List<String> terms = specs.stream().map(TermSpec::name).toList();
        for (Phase phase : plan.phases()) {
            requireKnown("term", phase, phase.objective().keySet(), terms);
            requireKnown("group", phase, phase.updates(), groups);
        }
        plan.averaging().ifPresent(averaging -> requireAveraged(averaging.groups(), groups));
        return plan;
    }

    private static void requireAveraged(Set<String> named, Set<String> known) {
        if (!known.containsAll(named)) {
            throw DiaboloException.plugin(
                    "training.unknown-group",
                    Problem.of("the trainer averages the groups " + named + ", which are not all in this model")
                            .allowed(String.join(", ", known)));
        }
    }

    private static void requireKnown(String what, Phase phase, Set<String> named, Collection<String> known) {
        for (String name : named) {
            if (!known.contains(name)) {
                throw DiaboloException.user(
                        "training.unknown-" + what,
                        Problem.of("phase '" + phase.name() + "' names the " + what + " '" + name
                                        + "', which this model does not have")
                                .allowed(String.join(", ", known)));
            }
        }
    }
}
