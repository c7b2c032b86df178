package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** A layer with tanh that has a damage. */
final class DamagedNetwork {
    /** Few and small: the gallery runs every rule for every damage. */
    static final List<TensorSpec> SHAPES = List.of(TensorSpec.of(1), TensorSpec.of(4), TensorSpec.of(1, 2, 3));

    private static final AtomicInteger MADE = new AtomicInteger();

    private final Damage damage;
    private final int number = MADE.incrementAndGet();
    private int built;

    DamagedNetwork(Damage damage) {
        this.damage = damage;
    }

    /** Shape {@code [batch, units]}. */
    Tensor build(GraphScope scope, Tensor input, int units) {
        SDVariable x = input.flat().variable();
        Initialiser weights =
                damage == Damage.CONSTANT_WEIGHTS ? new Initialiser.Constant(0.1) : new Initialiser.Normal(0, 0.5);
        SDVariable weight = scope.parameter("weight", weights, input.spec().size(), units);
        SDVariable y = scope.graph().math().tanh(x.mmul(weight));
        return new Tensor(damaged(scope, x, y, units), TensorSpec.of(units));
    }

    SDVariable damaged(GraphScope scope, SDVariable x, SDVariable y, int units) {
        switch (damage) {
            case STOPPED_PARAMETER: {
                SDVariable scale = scope.parameter("scale", new Initialiser.Normal(1, 0.1), 1);
                return y.mul(scale.mul(scope.stopGradient(scale)));
            }
            case STOPPED_INPUT: {
                SDVariable mean = x.mean(true, 1);
                return y.add(mean.mul(scope.stopGradient(mean)));
            }
            case COUNTING:
                return y.add(++built);
            case REMADE:
                return y.add(number * 1e-4);
            case IDLE_NOISE:
                return y.add(noise(scope, units).mul(0));
            case NOISE:
                return y.add(noise(scope, units).mul(0.05));
            case BATCH_MEAN:
                return y.sub(y.mean(true, 0));
            case BATCH_OF_ONE: {
                if (!scope.training()) {
                    return y;
                }
                scope.coupleBatch("to divide by one less than the examples");
                SDVariable examples = y.mul(0).add(1).sum(true, 0);
                return y.div(examples.sub(1));
            }
            case IDLE_PARAMETER:
                scope.parameter("idle", new Initialiser.Normal(0, 1), 2);
                return y;
            case FLOAT64:
                return y.mul(scope.graph().constant(Nd4j.scalar(DataType.DOUBLE, 2)));
            default:
                return y;
        }
    }

    private static SDVariable noise(GraphScope scope, int units) {
        return scope.noise("noise", NoiseKind.STANDARD_NORMAL, TensorSpec.of(units))
                .variable();
    }

    /** What may happen to a shape. */
    void refuse(TensorSpec shape) {
        if (damage == Damage.CLUMSY_REFUSAL && shape.rank() == 3) {
            throw new IllegalArgumentException("no images");
        }
    }
}
