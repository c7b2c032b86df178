package dev.diabolo.engine;

import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.SamplerTraining;
import dev.diabolo.spi.training.TrainingListener;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A distribution of codes with parameters, trained on its own as models are: a model that is nothing but its prior. Safe for any
 * number of threads. Owns native memory until closed.
 */
public final class CodeDensity implements AutoCloseable {
    private final Inference inference;
    private final TensorSpec spec;
    private final ParameterStore store;
    private final Replicas<Meter> meters;
    /** Calls hold the read lock, so that memory is freed under none of them. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    /**
     * A distribution that was trained before.
     *
     * @param spec the shape of one code
     * @throws DiaboloException (USER) where the parameters are not those of the prior, or it does not know such codes
     */
    public CodeDensity(Prior prior, TensorSpec spec, List<ParameterValues> parameters) {
        ModelDefinition model = PriorAlone.model(prior, spec, Optional.empty());
        model.requireSupported();
        requireAll(model, parameters);
        this.spec = spec;
        this.inference = new Inference(model, parameters);
        this.store = new ParameterStore(DataType.FLOAT, RunPlan.parameters(model));
        this.meters = new Replicas<>(() -> new Meter(model, store), Meter::close);
        try {
            store.load(parameters);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static void requireAll(ModelDefinition model, List<ParameterValues> parameters) {
        List<String> kept = parameters.stream().map(ParameterValues::name).toList();
        for (ParameterSpec wanted : RunPlan.parameters(model)) {
            if (!kept.contains(wanted.name())) {
                throw DiaboloException.user(
                        "sampler.broken",
                        Problem.of("what is kept of the fitted distribution lacks '" + wanted.name() + "'")
                                .remedy("fit it again with 'diabolo fit-sampler'"));
            }
        }
    }

    /**
     * Trains one.
     *
     * @param codes of the shape that it is for
     * @param heldOut codes by which the best epoch is chosen; empty for the last
     * @throws DiaboloException (USER) where the prior does not know such codes, (RUN) where training diverges
     */
    public static CodeDensity train(
            Prior prior, SamplerTraining training, Examples codes, Optional<Examples> heldOut, long seed, int workers) {
        ModelDefinition model = PriorAlone.model(prior, codes.spec(), Optional.of(training.optimiser()));
        model.requireSupported();
        TrainingSettings settings = new TrainingSettings(
                training.epochs(),
                Math.min(training.batch(), codes.size()),
                seed,
                workers,
                new EarlyStopping(training.patience(), 0));
        try (TrainingRun run = new TrainingRun(model, settings, TrainingListener.NONE, () -> false)) {
            TrainingOutcome outcome = run.train(codes, heldOut);
            if (outcome.failure().isPresent()) {
                throw outcome.failure().get();
            }
            return new CodeDensity(prior, codes.spec(), outcome.parameters());
        }
    }

    /** The shape of one code. */
    public TensorSpec spec() {
        return spec;
    }

    /** A copy of the parameters, in the order in which the prior makes them. */
    public List<ParameterValues> parameters() {
        return inference.parameters();
    }

    /** Codes of numbers in [first, first + count); the n-th depends on the seed and n alone. */
    public float[][] sample(int first, int count, long seed) {
        float[][] codes = new float[count][spec.size()];
        float[] decoded = new float[spec.size()];
        inference.generate(Inference.CodesFrom.PRIOR, first, count, seed, TailWriter.NONE, i -> codes[i], i -> decoded);
        return codes;
    }

    /** The logarithm of the density at a code, in nats, or a lower bound of it; always the same for the same code. */
    public double logDensity(float[] code) {
        double[] density = new double[1];
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("this distribution is closed, or its model is");
            }
            meters.use(meter -> density[0] = meter.measure(code));
        } finally {
            lock.readLock().unlock();
        }
        return density[0];
    }

    /** Waits for the calls that are under way. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                inference.close();
                meters.close();
                store.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Computes the density of one code. For one thread. */
    private static final class Meter implements AutoCloseable {
        private static final long SEED = 1;

        private final ShapedPlan plan;
        private final FloatMemory density;

        Meter(ModelDefinition model, ParameterStore store) {
            ModelGraph graph = new ModelGraph(model, store.type(), false);
            Tensor code = graph.infer(graph.data()).mode();
            String output = graph.prior().orElseThrow().logDensity(code).name();
            graph.context().verify();
            this.plan = ShapedPlan.alone(
                    graph.context(), store, List.of(output), model.data().batched(1));
            this.density = FloatMemory.of(plan.plan().output(output));
        }

        double measure(float[] code) {
            NoiseFiller noise = new NoiseFiller(new RandomStreams(SEED));
            plan.data().writeRow(0, code);
            plan.noises().forEach((source, array) -> noise.fill(source, array, 0, 0));
            plan.plan().run();
            float[] value = new float[1];
            density.read(0, value, 0, 1);
            return value[0];
        }

        @Override
        public void close() {
            plan.close();
        }
    }
}
