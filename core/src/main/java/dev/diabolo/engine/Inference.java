package dev.diabolo.engine;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.LinearMap;
import dev.diabolo.spi.exchange.TrainedNetwork;
import dev.diabolo.spi.exchange.TrainedParameter;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.training.EvaluationReport;
import dev.diabolo.spi.training.Moment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A trained model, ready to run. Safe for any number of threads: each call borrows a replica of what it needs. Owns native
 * memory until closed.
 */
public final class Inference implements AutoCloseable {
    /** Rows that are worth a thread of their own; what a row gives does not depend on how many threads there are. */
    public static final int ROWS_AT_ONCE = FunctionProgram.ROWS_AT_ONCE;

    private final ModelDefinition model;
    private final TensorSpec code;
    private final ParameterStore store;
    private final Map<Function, Replicas<FunctionProgram>> programs = new HashMap<>();
    private final Map<CodesFrom, Replicas<Generator>> generators = new HashMap<>();
    /** Calls hold the read lock, so that memory is freed under none of them. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    /** What a model can be asked for. */
    public enum Function {
        /** Data to the code's mode. */
        ENCODE,
        /** Codes to the expected data. */
        DECODE,
        /** Data to the expected data, by way of the code's mode. */
        RECONSTRUCT
    }

    /** What codes of new examples are drawn from. */
    public enum CodesFrom {
        /** The prior. */
        PRIOR,
        /** The prior's part of each one's class, of models that are not conditioned on these. */
        PART_OF_CLASS
    }

    /**
     * @param parameters of the same model
     */
    public Inference(ModelDefinition model, List<ParameterValues> parameters) {
        Backend.load();
        this.model = model;
        this.code = model.code();
        this.store = new ParameterStore(DataType.FLOAT, RunPlan.parameters(model));
        try {
            store.load(parameters);
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
        for (Function function : Function.values()) {
            programs.put(
                    function,
                    new Replicas<>(() -> new FunctionProgram(model, store, function), FunctionProgram::close));
        }
        generators.put(CodesFrom.PRIOR, new Replicas<>(() -> new Generator(model, store, false), Generator::close));
        generators.put(
                CodesFrom.PART_OF_CLASS,
                new Replicas<>(() -> new Generator(labelled(), store, true), Generator::close));
    }

    /** The shape of one input of a function. */
    public TensorSpec input(Function function) {
        return function == Function.DECODE ? code : model.data();
    }

    /** The values of a row that a function is given: its input, and behind it those of its tail, if it takes one. */
    public int rowSize(Function function) {
        return function == Function.DECODE ? model.codeRowSize() : model.rowSize();
    }

    /** The shape of one output of a function. */
    public TensorSpec output(Function function) {
        return function == Function.ENCODE ? code : model.data();
    }

    /** A copy of the parameters, in the order in which the model makes them. */
    public List<ParameterValues> parameters() {
        return held(store::values);
    }

    /**
     * Runs a function over rows, in order.
     *
     * @param count number of rows
     * @param inputs the scaled input, of {@link #rowSize} values, of a number in [0, count); asked for once each, and done with when the next is asked for
     * @param outputs where the output of a number in [0, count) goes
     */
    public void run(Function function, int count, IntFunction<float[]> inputs, IntFunction<float[]> outputs) {
        // Not by held: services ask for single rows, and no more than needed is allocated for each.
        lock.readLock().lock();
        try {
            requireOpen();
            programs.get(function).use(program -> program.run(count, inputs, outputs));
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * A function as a graph, with copies of the parameters that it uses.
     *
     * @param before what is done to the caller's values before they are the function's input
     * @param after what is done to its result
     */
    public TrainedNetwork network(Function function, LinearMap before, LinearMap after) {
        if (model.isConditional()) {
            throw DiaboloException.user(
                    "export.conditional",
                    Problem.of(
                            "a model that is conditioned on labels or columns is no function of the data alone, and cannot be exported"));
        }
        ModelGraph graph = new ModelGraph(model, store.type(), false);
        Tensor from = FunctionProgram.from(function, graph);
        Tensor to = FunctionProgram.to(function, graph, from);
        graph.context().verify();
        Map<String, TrainedParameter> values = new HashMap<>();
        parameters().forEach(value -> values.put(value.name(), new TrainedParameter(value.shape(), value.values())));
        String part = switch (function) {
            case ENCODE -> "encoder";
            case DECODE -> "decoder";
            case RECONSTRUCT -> "whole";
        };
        return new TrainedNetwork(
                part,
                graph.context().graph(),
                from.variable().name(),
                from.spec(),
                before,
                to.variable().name(),
                to.spec(),
                after,
                values);
    }

    /** Measures the model on examples, scaled. */
    public EvaluationReport evaluate(Examples examples, int workers, long seed) {
        return held(() -> {
            try (WorkerPool pool = new WorkerPool(workers);
                    Evaluator evaluator = new Evaluator(model, store, pool, new RandomStreams(seed))) {
                return evaluator.evaluate(examples, Moment.END);
            }
        });
    }

    /**
     * Draws codes and decodes them; the n-th depends on the seed and n alone.
     *
     * @param first the number of the first
     * @param tails writes the tail of a number in [0, count): its class first, where codes are drawn from parts of classes
     * @param codes where the code of a number in [0, count) goes
     * @param examples where its expected data go, scaled
     * @throws DiaboloException (USER) where the model has no prior, or one without a part for each class where these are asked for
     */
    public void generate(
            CodesFrom from,
            int first,
            int count,
            long seed,
            TailWriter tails,
            IntFunction<float[]> codes,
            IntFunction<float[]> examples) {
        lock.readLock().lock();
        try {
            requireOpen();
            generators.get(from).use(generator -> generator.run(first, count, seed, tails, codes, examples));
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The model, of which clusters are classes where it knows no labels. */
    private ModelDefinition labelled() {
        RowTail tail = model.tail();
        return tail.classes() > 0
                ? model
                : model.with(new RowTail(codeClasses().orElseThrow(), tail.conditions(), false));
    }

    /**
     * Estimates the log-likelihood of every example by importance sampling, in nats; see {@link ImportanceSampling}.
     *
     * @param samples of each example; rounded up to a multiple of 50
     * @throws DiaboloException (USER) where the model has no prior, or a posterior without density
     */
    public double[] logLikelihood(Examples examples, int samples, int workers, long seed) {
        return logLikelihood(examples, samples, workers, seed, count -> {});
    }

    /**
     * As {@link #logLikelihood(Examples, int, int, long)}.
     *
     * @param estimated hears of how many more examples are done, from any of the threads
     */
    public double[] logLikelihood(Examples examples, int samples, int workers, long seed, IntConsumer estimated) {
        int rows = ImportanceSampling.rows();
        return held(() -> {
            double[] estimates = new double[examples.size()];
            inParts(
                    parts(examples, rows),
                    workers,
                    () -> new ImportanceSampling(model, store),
                    ImportanceSampling::close,
                    (sampling, part) -> {
                        sampling.estimate(examples, part * rows, samples, seed, estimates);
                        estimated.accept(Math.min(rows, estimates.length - part * rows));
                    });
            return estimates;
        });
    }

    private static int parts(Examples examples, int rows) {
        return (examples.size() + rows - 1) / rows;
    }

    /** Shares numbered parts of some work among threads, each with a meter of its own. */
    private static <M> void inParts(
            int parts, int workers, Supplier<M> maker, Consumer<M> closer, ObjIntConsumer<M> work) {
        int strands = Math.min(workers, parts);
        try (WorkerPool pool = new WorkerPool(workers)) {
            pool.run(strands, strand -> {
                M meter = maker.get();
                try {
                    for (int part = strand; part < parts; part += strands) {
                        work.accept(meter, part);
                    }
                } finally {
                    closer.accept(meter);
                }
            });
        }
    }

    /**
     * Measures the evidence lower bound on examples, scaled; empty where the model has no prior, or no divergence from it.
     *
     * @param samples of the posterior for each example, at least 1
     */
    public Optional<LowerBound> lowerBound(Examples examples, int samples, int workers, long seed) {
        return held(() -> {
            if (!BoundMeter.measures(model, store.type())) {
                return Optional.empty();
            }
            LowerBound.Sums[] sums = new LowerBound.Sums[parts(examples, BoundMeter.ROWS)];
            inParts(
                    sums.length,
                    workers,
                    () -> new BoundMeter(model, store, samples),
                    BoundMeter::close,
                    (meter, part) -> sums[part] = meter.measure(examples, part * BoundMeter.ROWS, seed));
            return Optional.of(LowerBound.of(List.of(sums)));
        });
    }

    /**
     * Draws a code of each example, scaled, from the posterior; what is drawn for one depends on the seed and its number.
     */
    public float[][] posteriorSamples(Examples examples, int workers, long seed) {
        return held(() -> {
            float[][] codes = new float[examples.size()][];
            inParts(
                    parts(examples, PosteriorSampler.ROWS),
                    workers,
                    () -> new PosteriorSampler(model, store),
                    PosteriorSampler::close,
                    (sampler, part) -> sampler.draw(examples, part * PosteriorSampler.ROWS, seed, codes));
            return codes;
        });
    }

    /** Whether codes are choices, between which there is nothing: entries of a codebook, categories. */
    public boolean hasDiscreteCodes() {
        Latent latent = latent();
        return latent instanceof Latent.Quantised || latent instanceof Latent.Categorical;
    }

    /**
     * Where codes are entries of a codebook: how many are chosen, {@code [groups]} or {@code [groups, places...]}, for each group of
     * channels at each place; empty for other codes.
     */
    public Optional<TensorSpec> choices() {
        if (!(latent() instanceof Latent.Quantised quantised)) {
            return Optional.empty();
        }
        long[] shape = quantised.quantised().spec().shape();
        long places = quantised.quantised().spec().size() / shape[0];
        shape[0] = quantised.choices().spec().dimension(0) / places;
        return Optional.of(TensorSpec.of(shape));
    }

    private Latent latent() {
        ModelGraph graph = new ModelGraph(model, store.type(), false);
        return graph.infer(graph.data());
    }

    /** How many classes codes begin with the probabilities of; empty where codes have no class. */
    public OptionalInt codeClasses() {
        return latent() instanceof Latent.Classified found ? OptionalInt.of(found.classes()) : OptionalInt.empty();
    }

    /** How often examples, scaled, choose each entry of the codebook; empty where the model has none. */
    public Optional<long[]> choices(Examples examples) {
        return held(() -> {
            if (!(latent() instanceof Latent.Quantised)) {
                return Optional.empty();
            }
            try (CodebookMeter meter = new CodebookMeter(model, store)) {
                return Optional.of(meter.count(examples));
            }
        });
    }

    /** Whether the model has a prior to draw codes from. */
    public boolean hasPrior() {
        return model.prior().isPresent();
    }

    /** The result of a call, while which no memory is freed. */
    private <T> T held(Supplier<T> call) {
        lock.readLock().lock();
        try {
            requireOpen();
            return call.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this model is closed");
        }
    }

    /** Waits for the calls that are under way. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                programs.values().forEach(Replicas::close);
                generators.values().forEach(Replicas::close);
                store.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
