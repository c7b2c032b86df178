package dev.diabolo.engine;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingPlan;
import dev.diabolo.spi.training.UpdateRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;

/** Small models for tests: data - hidden (ReLU) - code - data, squared error. */
final class TestModels {
    static final int WIDTH = 6;
    static final int HIDDEN = 5;
    static final int CODE = 3;
    static final OptimiserSpec ADAM = new OptimiserSpec(new UpdateRule.Adam(0.9, 0.999, 1e-8), Schedule.constant(0.01));

    private TestModels() {}

    static ModelDefinition model() {
        return model(dropoutEncoder(0), new SquaredError(), jointly(ADAM));
    }

    static ModelDefinition model(Encoder encoder, Loss loss, Trainer trainer) {
        return new ModelDefinition(
                TensorSpec.of(WIDTH), encoder, new Point(), new Affine(), new Plain(), loss, trainer);
    }

    static Encoder dropoutEncoder(double rate) {
        return encoder((scope, hidden) -> Layers.dropout(scope, "dropout", hidden, rate));
    }

    /** Something done to the hidden layer. */
    interface Change {
        Tensor apply(GraphScope scope, Tensor hidden);
    }

    static Encoder encoder(Change change) {
        return new Encoder() {
            @Override
            public TensorSpec features(TensorSpec data) {
                return TensorSpec.of(HIDDEN);
            }

            @Override
            public Tensor encode(GraphScope scope, Tensor input) {
                Tensor hidden = Layers.dense(scope, "hidden", input, HIDDEN, WeightInitialisation.GLOROT_UNIFORM);
                return change.apply(scope, hidden.with(scope.graph().nn().relu(hidden.variable(), 0)));
            }
        };
    }

    /** Plain gradient descent. */
    static OptimiserSpec sgd(Schedule rate) {
        return new OptimiserSpec(new UpdateRule.Sgd(0, false), rate);
    }

    static Trainer jointly(OptimiserSpec optimiser) {
        return context ->
                new TrainingPlan(List.of(new Phase("joint", context.allTerms(), context.groups(), optimiser)));
    }

    static Loss loss(String name, UnaryOperator<SDVariable> change) {
        SquaredError error = new SquaredError();
        return new Loss() {
            @Override
            public List<TermSpec> terms() {
                return List.of(new TermSpec(name, "", ""));
            }

            @Override
            public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
                return Map.of(name, change.apply(error.build(scope, pass).get("error")));
            }
        };
    }

    static final class Point implements Posterior {
        @Override
        public TensorSpec code(TensorSpec features) {
            return TensorSpec.of(CODE);
        }

        @Override
        public Latent infer(GraphScope scope, Tensor features) {
            return new Latent.Point(Layers.dense(scope, "code", features, CODE, WeightInitialisation.GLOROT_UNIFORM));
        }
    }

    static final class Affine implements Decoder {
        @Override
        public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
            return Layers.dense(scope, "output", code, output.size(), WeightInitialisation.GLOROT_UNIFORM)
                    .as(output);
        }
    }

    static final class Plain implements Likelihood {
        @Override
        public TensorSpec raw(TensorSpec data) {
            return data;
        }

        @Override
        public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
            return new Values(raw);
        }

        private record Values(Tensor raw) implements Reconstruction {
            @Override
            public String family() {
                return "plain";
            }

            @Override
            public Tensor mean() {
                return raw;
            }

            @Override
            public Optional<Tensor> logits() {
                return Optional.empty();
            }

            @Override
            public SDVariable negativeLogLikelihood(Tensor data) {
                throw new AssertionError("not used");
            }
        }
    }

    static final class SquaredError implements Loss {
        @Override
        public List<TermSpec> terms() {
            return List.of(new TermSpec("error", "", "mean squared error"));
        }

        @Override
        public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
            SDVariable error = pass.reconstruction()
                    .mean()
                    .flat()
                    .variable()
                    .sub(pass.data().flat().variable());
            return Map.of("error", error.mul(error).mean(1));
        }
    }

    /** Uniform on [0, 1). */
    static Examples random(int size, int width, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] rows = new float[size][width];
        for (float[] row : rows) {
            for (int i = 0; i < width; i++) {
                row[i] = (float) random.nextDouble();
            }
        }
        return new Examples() {
            @Override
            public TensorSpec spec() {
                return TensorSpec.of(width);
            }

            @Override
            public int size() {
                return size;
            }

            @Override
            public void read(int index, float[] target, int offset) {
                System.arraycopy(rows[index], 0, target, offset, width);
            }
        };
    }
}
