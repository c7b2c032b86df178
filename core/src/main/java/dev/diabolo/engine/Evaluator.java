package dev.diabolo.engine;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.training.EvaluationReport;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.TermSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** Measures a model on examples: every term of its loss, and the reconstruction errors. For one caller at a time. */
final class Evaluator implements AutoCloseable {
    /** Examples in one pass. */
    private static final int CHUNK = 256;

    private final ModelDefinition model;
    private final ParameterStore store;
    private final WorkerPool pool;
    private final NoiseFiller noise;
    private final List<Program> programs = new ArrayList<>();

    Evaluator(ModelDefinition model, ParameterStore store, WorkerPool pool, RandomStreams random) {
        this.model = model;
        this.store = store;
        this.pool = pool;
        this.noise = new NoiseFiller(random);
        for (int i = 0; i < pool.workers(); i++) {
            programs.add(new Program());
        }
    }

    /**
     * Measures.
     *
     * @param moment at which the terms' weights are taken
     */
    EvaluationReport evaluate(Examples examples, Moment moment) {
        return evaluate(examples, examples.size(), moment);
    }

    /** Of the first examples only. */
    EvaluationReport evaluate(Examples examples, int size, Moment moment) {
        RunNumber.Conditions conditions = new RunNumber.Conditions(moment, size);
        int chunks = (size + CHUNK - 1) / CHUNK;
        double[][] sums = new double[chunks][];
        int strands = Math.min(programs.size(), chunks);
        pool.run(strands, strand -> {
            for (int chunk = strand; chunk < chunks; chunk += strands) {
                sums[chunk] = programs.get(strand).measure(examples, chunk * CHUNK, conditions);
            }
        });
        return report(sums, size, moment);
    }

    private EvaluationReport report(double[][] sums, int examples, Moment moment) {
        List<TermSpec> terms = model.loss().terms();
        double[] totals = new double[terms.size() + 2];
        for (double[] chunk : sums) {
            for (int i = 0; i < totals.length; i++) {
                totals[i] += chunk[i];
            }
        }
        Map<String, Double> means = new LinkedHashMap<>();
        double loss = 0;
        for (int i = 0; i < terms.size(); i++) {
            double mean = totals[i] / examples;
            means.put(terms.get(i).name(), mean);
            loss += mean * terms.get(i).weight().at(moment);
        }
        double values =
                model.encoder().encodes() ? (double) examples * model.data().size() : Double.NaN;
        double mse = totals[terms.size()] / values;
        double mae = totals[terms.size() + 1] / values;
        return new EvaluationReport(examples, loss, means, mse, mae, -10 * Math.log10(mse));
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
    }

    /** One thread's graph and plans. */
    private final class Program implements AutoCloseable {
        private final GraphContext context;
        private final List<String> terms = new ArrayList<>();
        private final String reconstruction;
        private final Map<Integer, ShapedPlan> plans = new LinkedHashMap<>();

        Program() {
            ModelGraph graph = new ModelGraph(model, store.type(), false);
            this.context = graph.context();
            ForwardPass pass = graph.forward(graph.data());
            Map<String, SDVariable> built = graph.terms(pass);
            built.values().forEach(term -> terms.add(term.sum().name()));
            this.reconstruction = pass.reconstruction().mean().variable().name();
            context.verify();
        }

        double[] measure(Examples examples, int first, RunNumber.Conditions conditions) {
            int count = Math.min(CHUNK, conditions.dataSize() - first);
            ShapedPlan sized = plans.computeIfAbsent(count, this::compile);
            sized.set(conditions);
            int width = model.data().size();
            float[] rows = new float[count * width];
            float[] row = new float[sized.data().width()];
            for (int i = 0; i < count; i++) {
                examples.read(first + i, row, 0);
                sized.data().writeRow(i, row);
                System.arraycopy(row, 0, rows, i * width, width);
            }
            sized.noises().forEach((source, array) -> noise.fill(source, array, 0, first));
            sized.plan().run();
            double[] sums = new double[terms.size() + 2];
            for (int i = 0; i < terms.size(); i++) {
                sums[i] = sized.plan().output(terms.get(i)).getDouble(0);
            }
            float[] restored = new float[rows.length];
            NativeArrays.read(sized.plan().output(reconstruction), 0, restored);
            for (int i = 0; i < rows.length; i++) {
                double error = restored[i] - rows[i];
                sums[terms.size()] += error * error;
                sums[terms.size() + 1] += Math.abs(error);
            }
            return sums;
        }

        private ShapedPlan compile(int count) {
            List<String> outputs = new ArrayList<>(terms);
            outputs.add(reconstruction);
            return ShapedPlan.alone(context, store, outputs, model.data().batched(count));
        }

        @Override
        public void close() {
            plans.values().forEach(ShapedPlan::close);
        }
    }
}
