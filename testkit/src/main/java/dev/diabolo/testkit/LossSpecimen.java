package dev.diabolo.testkit;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Likelihood;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A loss on a small model.
 *
 * @param name its options, for messages
 * @param spec the shape of the data
 * @param classes that examples have labels of; 0 for no labels
 */
record LossSpecimen(
        String name, TensorSpec spec, Posterior posterior, Likelihood likelihood, Prior prior, int classes, Loss loss) {
    /** What was built; owns native memory until closed. */
    record Built(GraphProbe probe, Set<String> declared, Set<String> built) implements AutoCloseable {
        @Override
        public void close() {
            probe.close();
        }

        /** The terms among the outputs. */
        Map<String, GraphProbe.Output> run(int batch, List<double[]> inputs) {
            Map<String, GraphProbe.Output> outputs = probe.run(batch, inputs);
            outputs.keySet().removeIf(name -> !name.startsWith(TERM));
            return outputs;
        }
    }

    static final String TERM = "term:";

    Built build(Precision precision, boolean training, long seed) {
        Recording recording = new Recording(loss);
        GraphProbe probe = GraphProbe.of(
                precision, training, seed, SmallModel.with(spec, posterior, likelihood, prior, classes, recording));
        Set<String> declared = new TreeSet<>();
        loss.terms().forEach(term -> declared.add(term.name()));
        return new Built(probe, declared, recording.built);
    }

    /** In float64. */
    Built build(boolean training, long seed) {
        return build(Precision.DOUBLE, training, seed);
    }

    /** Uniform data in [0, 1). */
    double[] data(int batch, long seed) {
        return Values.uniform(batch * spec.size(), seed);
    }

    /** Data with their labels, where there are classes: one example of each in turn, and one whose label is not known. */
    List<double[]> inputs(double[] data) {
        if (classes == 0) {
            return List.of(data);
        }
        int batch = data.length / spec.size();
        double[] labels = new double[batch * classes];
        for (int i = 0; i < batch; i++) {
            int label = i % LossRules.BATCH % (classes + 1);
            if (label < classes) {
                labels[i * classes + label] = 1;
            }
        }
        return List.of(data, labels);
    }

    /** Remembers which terms were built, and passes on those that were declared. */
    private static final class Recording implements Loss {
        private final Loss loss;
        private final Set<String> built = new TreeSet<>();

        Recording(Loss loss) {
            this.loss = loss;
        }

        @Override
        public List<TermSpec> terms() {
            // A missing term is the finding of one rule; the others look at what there is.
            return loss.terms().stream()
                    .filter(term -> built.isEmpty() || built.contains(term.name()))
                    .toList();
        }

        @Override
        public Set<String> groups() {
            return loss.groups();
        }

        @Override
        public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
            Map<String, SDVariable> terms = loss.build(scope, pass);
            built.addAll(terms.keySet());
            return terms;
        }
    }
}
