package dev.diabolo.testkit;

import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.engine.RowTail;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.LayeredDecoder;
import dev.diabolo.spi.LayeredEncoder;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.Schedule;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingPlan;
import dev.diabolo.spi.training.UpdateRule;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/** The plainest model there can be, to hold the one component that is tested: linear layers, a logistic output. */
final class SmallModel {
    static final TensorSpec DATA = TensorSpec.of(5);

    /** Of the model in layers. */
    static final int LAYERS = 2;

    private static final int CODE = 3;

    private SmallModel() {}

    static ModelDefinition with(
            TensorSpec data, Posterior posterior, Likelihood likelihood, Prior prior, int classes, Loss loss) {
        ModelDefinition model = new ModelDefinition(
                        data, new Linear(), posterior, SmallModel::decode, likelihood, loss, jointly())
                .with(prior);
        return classes == 0 ? model : model.with(RowTail.labels(classes));
    }

    static ModelDefinition with(Loss loss, Trainer trainer) {
        return new ModelDefinition(DATA, new Linear(), new Point(), SmallModel::decode, new Logistic(), loss, trainer)
                .with(new Normal());
    }

    /** The same in layers: the hidden one, and the code's. */
    static ModelDefinition inLayers(Loss loss, Trainer trainer) {
        return new ModelDefinition(
                DATA, new Stack(), new DensePoint(), new MirroredStack(), new Logistic(), loss, trainer);
    }

    /** A standard normal prior. */
    static final class Normal implements Prior {
        @Override
        public void requireSupported(TensorSpec code) {}

        @Override
        public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
            SDVariable values = code.flat().variable();
            return values.mul(values).add(Math.log(2 * Math.PI)).sum(1).mul(-0.5);
        }

        @Override
        public Tensor sample(GraphScope scope, Model model) {
            return scope.noise("sample", NoiseKind.STANDARD_NORMAL, model.code());
        }
    }

    private static Trainer jointly() {
        OptimiserSpec sgd = new OptimiserSpec(new UpdateRule.Sgd(0, false), Schedule.constant(0.01));
        return context -> new TrainingPlan(List.of(new Phase("joint", context.allTerms(), meant(context), sgd)));
    }

    /** The model's groups that terms name, both where a term names none; else those of the loss, which has no part for the model. */
    private static Set<String> meant(TrainingContext context) {
        Set<String> meant = new HashSet<>();
        for (TermSpec term : context.terms()) {
            if (context.allTerms().containsKey(term.name())) {
                meant.addAll(term.groups().isEmpty() ? Set.of(Groups.ENCODER, Groups.DECODER) : term.groups());
            }
        }
        Set<String> model = new HashSet<>(meant);
        model.retainAll(Set.of(Groups.ENCODER, Groups.DECODER));
        return model.isEmpty() ? meant : model;
    }

    private static Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
        return Layers.dense(scope, "output", code, output.size(), WeightInitialisation.GLOROT_UNIFORM)
                .as(output);
    }

    private static final class Linear implements Encoder {
        @Override
        public TensorSpec features(TensorSpec data) {
            return TensorSpec.of(2 * CODE);
        }

        @Override
        public Tensor encode(GraphScope scope, Tensor input) {
            return Layers.dense(scope, "hidden", input, 2 * CODE, WeightInitialisation.GLOROT_UNIFORM);
        }
    }

    private static final class Stack implements LayeredEncoder {
        @Override
        public TensorSpec features(TensorSpec data) {
            return TensorSpec.of(2 * CODE);
        }

        @Override
        public int layers() {
            return LAYERS - 1;
        }

        @Override
        public Tensor layer(GraphScope scope, Tensor input, int number) {
            return Layers.dense(scope, "hidden", input, 2 * CODE, WeightInitialisation.GLOROT_UNIFORM);
        }
    }

    private static final class MirroredStack implements LayeredDecoder {
        @Override
        public int layers() {
            return LAYERS;
        }

        @Override
        public Tensor layer(GraphScope scope, Tensor input, TensorSpec output, int number) {
            return number == 0
                    ? Layers.dense(scope, "hidden", input, 2 * CODE, WeightInitialisation.GLOROT_UNIFORM)
                    : SmallModel.decode(scope, input, output);
        }
    }

    private static final class DensePoint implements Posterior {
        @Override
        public TensorSpec code(TensorSpec features) {
            return TensorSpec.of(CODE);
        }

        @Override
        public Latent infer(GraphScope scope, Tensor features) {
            return new Latent.Point(Layers.dense(scope, "code", features, CODE, WeightInitialisation.GLOROT_UNIFORM));
        }
    }

    /** The features themselves as the code. */
    static final class Point implements Posterior {
        @Override
        public TensorSpec code(TensorSpec features) {
            return features;
        }

        @Override
        public Latent infer(GraphScope scope, Tensor features) {
            return new Latent.Point(features);
        }
    }

    /** Values in (0, 1), with logits. */
    static final class Logistic implements Likelihood {
        @Override
        public TensorSpec raw(TensorSpec data) {
            return data;
        }

        @Override
        public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
            return new Values(raw, raw.with(scope.graph().nn().sigmoid(raw.variable())));
        }

        private record Values(Tensor raw, Tensor mean) implements Reconstruction {
            @Override
            public String family() {
                return "logistic";
            }

            @Override
            public Optional<Tensor> logits() {
                return Optional.of(raw);
            }

            @Override
            public SDVariable negativeLogLikelihood(Tensor data) {
                SDVariable error = mean.flat().variable().sub(data.flat().variable());
                return error.mul(error).sum(1).mul(0.5).add(data.spec().size() * 0.5 * Math.log(2 * Math.PI));
            }
        }
    }

    /** Mean squared error; a second term keeps codes small. */
    static final class Errors implements Loss {
        @Override
        public List<TermSpec> terms() {
            return List.of(
                    new TermSpec("error", "", "mean squared error"),
                    new TermSpec("code-size", "", "mean square of the code", Schedule.constant(0.01)));
        }

        @Override
        public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
            SDVariable error = pass.reconstruction()
                    .mean()
                    .flat()
                    .variable()
                    .sub(pass.data().flat().variable());
            SDVariable code = pass.latent().mode().flat().variable();
            return Map.of(
                    "error",
                    error.mul(error).mean(1),
                    "code-size",
                    code.mul(code).mean(1));
        }
    }
}
