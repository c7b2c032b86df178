package dev.diabolo.plugins.vanilla.composite;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.TermSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link CompositeLossProvider}. */
record CompositeLoss(List<WeightedLoss> members) implements Loss {
    CompositeLoss {
        members = List.copyOf(members);
    }

    @Override
    public List<TermSpec> terms() {
        return members.stream().map(WeightedLoss::term).toList();
    }

    @Override
    public boolean needsUnitInterval() {
        return members.stream().anyMatch(member -> member.loss().needsUnitInterval());
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        Map<String, SDVariable> terms = new LinkedHashMap<>();
        for (WeightedLoss member : members) {
            GraphScope own = scope.child(member.term().name());
            terms.putAll(member.loss().build(own, pass));
        }
        return terms;
    }
}
