package dev.diabolo.plugins.vae.capacity;

import dev.diabolo.plugins.vae.loss.Divergence;
import dev.diabolo.plugins.vae.loss.Sampled;
import dev.diabolo.plugins.vae.loss.VariationalTerms;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link CapacityProvider}. */
record Capacity(CapacityOptions options) implements Loss {
    private static final String DISTANCE = "capacity-distance";

    @Override
    public List<TermSpec> terms() {
        return List.of(
                VariationalTerms.reconstruction(),
                VariationalTerms.divergence(Schedule.constant(0)),
                new TermSpec(
                        DISTANCE,
                        "nats",
                        "how far the divergence, in the mean of the batch, is from the capacity of the moment",
                        Schedule.constant(options.gamma())));
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        scope.coupleBatch("divergence in the mean of a batch");
        SDVariable divergence = Divergence.of(pass);
        SDVariable capacity = scope.scheduled("capacity", options.course());
        SDVariable distance = scope.graph().math().abs(divergence.mean().sub(capacity));
        return Map.of(
                VariationalTerms.RECONSTRUCTION,
                Sampled.of(scope, pass, options.samples()).negativeLogLikelihood(),
                VariationalTerms.DIVERGENCE,
                divergence,
                DISTANCE,
                pass.data().forEachExample(distance));
    }
}
