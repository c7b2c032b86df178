package dev.diabolo.engine;

import dev.diabolo.spi.Decoder;
import dev.diabolo.spi.Encoder;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.Trainer;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.OptimiserSpec;
import dev.diabolo.spi.training.Phase;
import dev.diabolo.spi.training.TermSpec;
import dev.diabolo.spi.training.TrainingContext;
import dev.diabolo.spi.training.TrainingPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nd4j.autodiff.samediff.SDVariable;

/** A model of codes that passes them on as they are, and whose loss is what its prior thinks of them. */
final class PriorAlone {
    private PriorAlone() {}

    /**
     * The model.
     *
     * @param optimiser of training; empty for a model that is in use
     */
    static ModelDefinition model(Prior prior, TensorSpec codes, Optional<OptimiserSpec> optimiser) {
        Trainer trainer = optimiser.<Trainer>map(Descent::new).orElse(new Unplanned());
        return new ModelDefinition(
                        codes, new Same(), new Same(), new Same(), new Same(), new NegativeLogDensity(), trainer)
                .with(prior);
    }

    /** The identity, of every kind. */
    private record Same() implements Encoder, Posterior, Decoder, Likelihood {
        @Override
        public TensorSpec features(TensorSpec data) {
            return data;
        }

        @Override
        public Tensor encode(GraphScope scope, Tensor input) {
            return input;
        }

        @Override
        public TensorSpec code(TensorSpec features) {
            return features;
        }

        @Override
        public Latent infer(GraphScope scope, Tensor features) {
            return new Latent.Point(features);
        }

        @Override
        public Tensor decode(GraphScope scope, Tensor code, TensorSpec output) {
            // A plan's result is never its input.
            return code.with(code.variable().add(0));
        }

        @Override
        public TensorSpec raw(TensorSpec data) {
            return data;
        }

        @Override
        public boolean keepsUnits() {
            return true;
        }

        @Override
        public Reconstruction reconstruct(GraphScope scope, Tensor raw, TensorSpec data) {
            return new WithoutLikelihood(raw, "unchanged");
        }
    }

    private record NegativeLogDensity() implements Loss {
        private static final String TERM = "code";

        @Override
        public List<TermSpec> terms() {
            return List.of(new TermSpec(TERM, "nats", "negative log-density of the codes"));
        }

        @Override
        public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
            return Map.of(
                    TERM,
                    pass.prior()
                            .orElseThrow()
                            .logDensity(pass.latent().sample())
                            .neg());
        }
    }

    private record Descent(OptimiserSpec optimiser) implements Trainer {
        @Override
        public TrainingPlan plan(TrainingContext context) {
            return new TrainingPlan(List.of(new Phase("codes", context.allTerms(), Set.of(Groups.PRIOR), optimiser)));
        }
    }

    private record Unplanned() implements Trainer {
        @Override
        public TrainingPlan plan(TrainingContext context) {
            throw new UnsupportedOperationException("a distribution in use is not trained");
        }
    }
}
