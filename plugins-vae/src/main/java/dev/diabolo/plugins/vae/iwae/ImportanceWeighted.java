package dev.diabolo.plugins.vae.iwae;

import dev.diabolo.plugins.vae.importance.ImportanceBound;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link ImportanceWeightedProvider}. */
record ImportanceWeighted(ImportanceWeightedOptions options) implements Loss {
    @Override
    public List<TermSpec> terms() {
        return bound().terms(1);
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        return bound().build(scope, pass);
    }

    private ImportanceBound bound() {
        return new ImportanceBound(1, options.samples(), options.estimator());
    }
}
