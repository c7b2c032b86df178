package dev.diabolo.plugins.vae.likelihood;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;
import java.util.Map;

/** A likelihood's values on given raw values and data. */
record LikelihoodValues(double[] nll, double[] mean, double[] gradient) {
    /** Of one example. */
    static LikelihoodValues of(Precision precision, Likelihood likelihood, double[] raw, double[] data) {
        TensorSpec spec = TensorSpec.of(data.length);
        try (GraphProbe probe =
                GraphProbe.of(precision, true, 1, List.of(likelihood.raw(spec), spec), (scope, inputs) -> {
                    Reconstruction built = likelihood.reconstruct(scope, inputs.get(0), spec);
                    return Map.of(
                            "nll",
                            built.negativeLogLikelihood(inputs.get(1)),
                            "mean",
                            built.mean().variable());
                })) {
            List<double[]> values = List.of(raw, data);
            Map<String, Output> outputs = probe.run(1, values);
            double[] gradient = probe.gradients("nll", new double[] {1}, 1, values)
                    .get("input-0")
                    .values();
            return new LikelihoodValues(
                    outputs.get("nll").values(), outputs.get("mean").values(), gradient);
        }
    }

    static LikelihoodValues of(Likelihood likelihood, double[] raw, double[] data) {
        return of(Precision.DOUBLE, likelihood, raw, data);
    }
}
