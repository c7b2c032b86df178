package dev.diabolo.engine;

import dev.diabolo.spi.CodeDistribution;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.Groups;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** A model's prior, built on the model's graph. */
record PriorInGraph(ModelGraph graph, ModelDefinition model, Prior prior) implements CodeDistribution, Prior.Model {
    @Override
    public SDVariable logDensity(Tensor code) {
        return PluginCall.of("prior", prior, () -> prior.logDensity(scope(), this, code));
    }

    @Override
    public Tensor sample() {
        return expected(PluginCall.of("prior", prior, () -> prior.sample(scope(), this)));
    }

    @Override
    public Tensor sampleOf(Tensor classes) {
        return expected(PluginCall.of("prior", prior, () -> prior.sampleOf(scope(), this, classes)));
    }

    private Tensor expected(Tensor sample) {
        if (!sample.spec().equals(model.code())) {
            throw DiaboloException.plugin(
                    "prior.shape-mismatch",
                    Problem.of(
                            "the prior draws codes of shape " + sample.spec() + ", and the model has " + model.code()));
        }
        return sample;
    }

    @Override
    public Optional<SDVariable> divergence(Latent posterior) {
        return PluginCall.of("prior", prior, () -> prior.divergence(scope(), this, posterior));
    }

    private Scope scope() {
        return graph.context().scope("prior", Groups.PRIOR);
    }

    @Override
    public TensorSpec code() {
        return model.code();
    }

    @Override
    public TensorSpec data() {
        return model.data();
    }

    @Override
    public Latent infer(Tensor input) {
        return graph.inferAtRest(input);
    }
}
