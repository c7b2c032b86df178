package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/** Squared error, and a critic of the code in a group of its own. */
final class GalleryLoss implements Loss {
    private static final AtomicInteger MADE = new AtomicInteger();

    private final Damage damage;
    private final int number = MADE.incrementAndGet();
    private int built;
    private int asked;

    GalleryLoss(Damage damage) {
        this.damage = damage;
    }

    @Override
    public List<TermSpec> terms() {
        double weight = damage == Damage.COUNTED_WEIGHT ? ++asked : 1;
        String error = damage == Damage.BAD_TERM_NAME ? "Error!" : "error";
        TermSpec squared = new TermSpec(error, "", "squared error", Schedule.constant(weight));
        return List.of(
                damage == Damage.NAMED_IN_VAIN
                        ? squared.loweredBy("critic")
                        : squared.loweredBy(Groups.ENCODER, Groups.DECODER),
                new TermSpec("critic", "", "square of what the critic says"));
    }

    @Override
    public Set<String> groups() {
        return damage == Damage.UNDECLARED_GROUP ? Set.of() : Set.of("critic");
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        SDVariable difference = pass.reconstruction()
                .mean()
                .flat()
                .variable()
                .sub(pass.data().flat().variable());
        SDVariable error = difference.mul(difference).mean(1);
        Map<String, SDVariable> terms = new HashMap<>();
        terms.put(damage == Damage.BAD_TERM_NAME ? "Error!" : "error", damaged(scope, pass, error));
        terms.put("critic", critic(scope.group("critic"), pass.latent().mode().flat()));
        if (damage == Damage.EXTRA_TERM) {
            terms.put("extra", error);
        }
        return terms;
    }

    private SDVariable critic(GraphScope scope, Tensor code) {
        SDVariable weight = scope.parameter(
                "weight", new Initialiser.Normal(0, 1), code.spec().size(), 1);
        if (damage == Damage.IDLE_PARAMETER) {
            scope.parameter("idle", Initialiser.zeros(), 2);
        }
        SDVariable said = code.variable().mmul(weight);
        return said.mul(said).sum(1);
    }

    private SDVariable damaged(GraphScope scope, ForwardPass pass, SDVariable error) {
        return switch (damage) {
            case COLUMN -> error.reshape(-1, 1);
            case STOPPED_INPUT -> error.add(error.mul(scope.stopGradient(error)));
            case COUNTING -> error.add(++built);
            case REMADE -> error.add(number);
            case ROUGH -> scope.dataType() == DataType.FLOAT ? error.mul(1.001) : error;
            case BATCH_MEAN -> error.sub(error.mean(true, 0));
            case TIMES_BATCH -> {
                scope.coupleBatch("to multiply by the number of examples");
                yield error.mul(error.mul(0).add(1).sum(true, 0));
            }
            case OVERFLOWING -> {
                SDVariable logits =
                        pass.reconstruction().logits().orElseThrow().flat().variable();
                yield error.add(scope.graph()
                        .math()
                        .log(scope.graph().math().exp(logits).add(1))
                        .mean(1));
            }
            default -> error;
        };
    }
}
