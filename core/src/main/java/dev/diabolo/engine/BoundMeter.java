package dev.diabolo.engine;

import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.spi.CodeDistribution;
import dev.diabolo.spi.Draws;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * Measures the evidence lower bound with samples of the posterior, and not at its mode as reconstructions are: at the mode the
 * bound would not be one. Owns native memory until closed; for one thread.
 */
final class BoundMeter implements AutoCloseable {
    /** Examples at a time. */
    static final int ROWS = 64;

    /** Values of one array at a time; samples beyond are taken in rounds, so that memory does not grow with them. */
    private static final long VALUES = 1 << 24;

    /** Samples in a round at most. */
    private static final int MOST = 50;

    private final int samples;
    private final int rounds;
    private final int codeSize;
    private final ShapedPlan plan;
    private final FloatMemory reconstruction;
    private final FloatMemory divergence;
    private final FloatMemory modes;
    /** 0 where the divergence is estimated as a whole. */
    private final int dimensions;

    /** Whether a model has a bound to measure. */
    static boolean measures(ModelDefinition model, DataType type) {
        ModelGraph graph = new ModelGraph(model, type, false);
        return divergence(graph, graph.infer(graph.data())).isPresent();
    }

    private record Divergence(SDVariable variable, boolean byDimension) {}

    private static Optional<Divergence> divergence(ModelGraph graph, Latent latent) {
        return graph.prior()
                .flatMap(prior -> prior.divergence(latent)
                        .map(closed -> new Divergence(closed, true))
                        .or(() -> estimate(prior, latent).map(whole -> new Divergence(whole, false))));
    }

    private static Optional<SDVariable> estimate(CodeDistribution prior, Latent latent) {
        return latent.logDensityOfSample()
                .flatMap(posterior -> density(prior, latent).map(posterior::sub));
    }

    /** Priors that can only be drawn from, as adversarial training needs no more, say so by refusing. */
    private static Optional<SDVariable> density(CodeDistribution prior, Latent latent) {
        try {
            return Optional.of(prior.logDensity(latent.sample()));
        } catch (DiaboloException refusal) {
            if (refusal.kind() != ErrorKind.USER) {
                throw refusal;
            }
            return Optional.empty();
        }
    }

    /**
     * @param wanted samples of each example; rounded up to whole rounds
     */
    BoundMeter(ModelDefinition model, ParameterStore store, int wanted) {
        long fitting = Math.max(1, Math.min(MOST, VALUES / ROWS / model.data().size()));
        this.samples = (int) Math.min(wanted, fitting);
        this.rounds = (int) (((long) wanted + samples - 1) / samples);
        this.codeSize = model.code().size();
        ModelGraph graph = new ModelGraph(model, store.type(), false);
        var pass = graph.forward(graph.data());
        Draws draws = pass.draws(samples);
        Divergence built = divergence(graph, draws.latent())
                .orElseThrow(() -> new IllegalArgumentException("this model has no lower bound"));
        SDVariable likelihood = draws.reconstruction().negativeLogLikelihood(draws.data());
        SDVariable mode = pass.latent().mode().variable();
        graph.context().verify();
        List<String> outputs = Stream.of(likelihood, built.variable(), mode)
                .map(SDVariable::name)
                .toList();
        this.plan =
                ShapedPlan.alone(graph.context(), store, outputs, model.data().batched(ROWS));
        this.reconstruction = FloatMemory.of(plan.plan().output(outputs.get(0)));
        this.divergence = FloatMemory.of(plan.plan().output(outputs.get(1)));
        this.modes = FloatMemory.of(plan.plan().output(outputs.get(2)));
        long values = plan.plan().output(outputs.get(1)).length();
        this.dimensions = built.byDimension() ? (int) (values / ((long) ROWS * samples)) : 0;
    }

    /**
     * Sums over some examples.
     *
     * @param first the number of the first of at most {@link #ROWS}
     */
    LowerBound.Sums measure(Examples examples, int first, long seed) {
        int count = Math.min(ROWS, examples.size() - first);
        float[] row = new float[plan.data().width()];
        for (int i = 0; i < count; i++) {
            examples.read(first + i, row, 0);
            plan.data().writeRow(i, row);
        }
        NoiseFiller noise = new NoiseFiller(new RandomStreams(seed));
        double likelihood = 0;
        double whole = 0;
        double[] byDimension = new double[dimensions];
        int drawn = count * samples;
        float[] divergences = new float[drawn * Math.max(1, dimensions)];
        float[] likelihoods = new float[drawn];
        double all = (double) samples * rounds;
        for (int round = 0; round < rounds; round++) {
            int number = round;
            plan.noises().forEach((source, array) -> noise.fill(source, array, number, first));
            plan.plan().run();
            divergence.read(0, divergences, 0, divergences.length);
            for (int i = 0; i < divergences.length && dimensions > 0; i++) {
                byDimension[i % dimensions] += divergences[i] / all;
            }
            reconstruction.read(0, likelihoods, 0, drawn);
            likelihood += sum(likelihoods) / all;
            whole += sum(divergences) / all;
        }
        double[] modeSums = new double[codeSize];
        double[] squareSums = new double[codeSize];
        float[] code = new float[codeSize];
        for (int i = 0; i < count; i++) {
            modes.read(i * codeSize, code, 0, codeSize);
            for (int j = 0; j < codeSize; j++) {
                modeSums[j] += code[j];
                squareSums[j] += (double) code[j] * code[j];
            }
        }
        return new LowerBound.Sums(count, likelihood, whole, byDimension, modeSums, squareSums);
    }

    private static double sum(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }

    @Override
    public void close() {
        plan.close();
    }
}
