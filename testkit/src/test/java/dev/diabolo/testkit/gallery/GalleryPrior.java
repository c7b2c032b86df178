package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Normal with a mean that is learnt and variance 1. Damages of the density are too small for the rules about samples. */
final class GalleryPrior implements Prior {
    private static final double LITTLE = 1e-3;
    private static final AtomicInteger MADE = new AtomicInteger();

    private final Damage damage;
    private final int number = MADE.incrementAndGet();
    private int built;

    GalleryPrior(Damage damage) {
        this.damage = damage;
    }

    @Override
    public void requireSupported(TensorSpec code) {
        new DamagedNetwork(damage).refuse(code);
    }

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        SDVariable difference = code.flat().variable().sub(mean(scope, model));
        SDVariable density =
                difference.mul(difference).add(Math.log(2 * Math.PI)).sum(1).mul(-0.5);
        return damaged(scope, model, code.flat().variable(), density);
    }

    private static SDVariable mean(GraphScope scope, Model model, Initialiser initialiser) {
        return scope.parameter("mean", initialiser, 1, model.code().size());
    }

    private SDVariable mean(GraphScope scope, Model model) {
        return mean(
                scope,
                model,
                damage == Damage.CONSTANT_WEIGHTS ? new Initialiser.Constant(0.1) : new Initialiser.Normal(0, 0.5));
    }

    private SDVariable damaged(GraphScope scope, Model model, SDVariable z, SDVariable y) {
        switch (damage) {
            case STOPPED_PARAMETER: {
                SDVariable mean = mean(scope, model).sum();
                return y.add(mean.mul(scope.stopGradient(mean)).mul(LITTLE));
            }
            case STOPPED_INPUT: {
                SDVariable mean = z.mean(1);
                return y.add(mean.mul(scope.stopGradient(mean)).mul(LITTLE));
            }
            case COUNTING:
                return y.add(++built * LITTLE);
            case REMADE:
                return y.add(number * 1e-6);
            case NOISE:
                return y.add(scope.noise("noise", NoiseKind.STANDARD_NORMAL, TensorSpec.of(1))
                        .variable()
                        .sum(1)
                        .mul(LITTLE));
            case BATCH_MEAN:
                return y.add(y.sub(y.mean(true, 0)).mul(LITTLE));
            case BATCH_OF_ONE: {
                if (!scope.training()) {
                    return y;
                }
                scope.coupleBatch("to divide by one less than the examples");
                SDVariable examples = y.mul(0).add(1).sum(true, 0);
                return y.add(examples.sub(1).rdiv(LITTLE));
            }
            case IDLE_PARAMETER:
                scope.parameter("idle", new Initialiser.Normal(0, 1), 2);
                return y;
            case FLOAT64:
                return y.mul(scope.graph().constant(Nd4j.scalar(DataType.DOUBLE, 1)));
            default:
                return y;
        }
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        TensorSpec flat = model.code().flat();
        SDVariable noise =
                scope.noise("sample", NoiseKind.STANDARD_NORMAL, flat).variable();
        SDVariable sample = noise.add(mean(scope, model)).add(damage == Damage.MISPLACED ? 1 : 0);
        Tensor codes = new Tensor(sample, flat);
        return damage == Damage.WRONG_SHAPE ? codes : codes.as(model.code());
    }

    @Override
    public Optional<SDVariable> divergence(GraphScope scope, Model model, Latent posterior) {
        if (!(posterior instanceof Latent.Gaussian gaussian)) {
            return Optional.empty();
        }
        SDVariable distance = gaussian.mean().flat().variable().sub(mean(scope, model));
        SDVariable logVariance = gaussian.logVariance().flat().variable();
        SDVariable twice = distance.mul(distance)
                .add(scope.graph().math().exp(logVariance))
                .sub(logVariance)
                .sub(1);
        return Optional.of(twice.mul(damage == Damage.TWICE_THE_DIVERGENCE ? 1 : 0.5));
    }
}
