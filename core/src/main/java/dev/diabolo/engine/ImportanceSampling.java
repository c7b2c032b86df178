package dev.diabolo.engine;

import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.spi.Draws;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Tensor;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Estimates the log-likelihood of examples under a model with a prior. Owns native memory until closed; for one thread.
 *
 * <p><b>Formula:</b> {@code log p(x) ~ log 1/n sum_j p(x | z_j) p(z_j) / q(z_j | x)} with n samples z_j of the posterior; a lower
 * bound in the mean, that grows with n. <b>Source:</b> Burda et al. 2016, equation 8.
 */
final class ImportanceSampling implements AutoCloseable {
    /** Examples at a time, and samples of each: some hundred rows, which products and caches like. */
    private static final int ROWS = 10;

    private static final int SAMPLES = 50;

    private final ShapedPlan plan;
    private final FloatMemory logWeights;

    /**
     * @throws DiaboloException (USER) where the model has no prior, or a posterior without density
     */
    ImportanceSampling(ModelDefinition model, ParameterStore store) {
        ModelGraph graph = new ModelGraph(model, store.type(), false);
        Draws draws = graph.forward(graph.data()).draws(SAMPLES);
        Tensor code = draws.latent().sample();
        SDVariable posterior = draws.latent().logDensityOfSample().orElseThrow(() -> noDensity("posterior"));
        SDVariable prior = graph.prior().orElseThrow(() -> noDensity("prior")).logDensity(code);
        SDVariable likelihood =
                draws.reconstruction().negativeLogLikelihood(draws.data()).neg();
        String output = likelihood.add(prior).sub(posterior).name();
        graph.context().verify();
        this.plan = ShapedPlan.alone(
                graph.context(), store, List.of(output), model.data().batched(ROWS));
        this.logWeights = FloatMemory.of(plan.plan().output(output));
    }

    private static DiaboloException noDensity(String what) {
        return DiaboloException.user(
                "model.no-density",
                Problem.of("the likelihood of data cannot be estimated: this model has no " + what + " with a density")
                        .remedy("train a variational autoencoder: with a prior, and a posterior with a density"));
    }

    /** How many examples are estimated at a time. */
    static int rows() {
        return ROWS;
    }

    /**
     * Estimates the log-likelihood of some examples, in nats.
     *
     * @param first the number of the first; at most {@link #rows} are estimated
     * @param samples of each example; rounded up to whole rounds
     * @param target receives the estimates, from {@code first} on
     */
    void estimate(Examples examples, int first, int samples, long seed, double[] target) {
        NoiseFiller noise = new NoiseFiller(new RandomStreams(seed));
        int count = Math.min(ROWS, target.length - first);
        float[] row = new float[plan.data().width()];
        for (int i = 0; i < count; i++) {
            examples.read(first + i, row, 0);
            plan.data().writeRow(i, row);
        }
        int rounds = (int) (((long) samples + SAMPLES - 1) / SAMPLES);
        LogSum[] sums = new LogSum[count];
        for (int i = 0; i < count; i++) {
            sums[i] = new LogSum();
        }
        float[] weights = new float[ROWS * SAMPLES];
        for (int round = 0; round < rounds; round++) {
            int number = round;
            // Samples are of codes; the examples, where they are drawn, stay the same.
            plan.noises()
                    .forEach((source, array) ->
                            noise.fill(source, array, source.isOf(ModelGraph.CORRUPTION) ? 0 : number, first));
            plan.plan().run();
            logWeights.read(0, weights, 0, weights.length);
            for (int i = 0; i < count * SAMPLES; i++) {
                sums[i / SAMPLES].add(weights[i]);
            }
        }
        for (int i = 0; i < count; i++) {
            target[first + i] = sums[i].value() - Math.log((double) rounds * SAMPLES);
        }
    }

    /** The logarithm of a sum of exponentials, one by one and without overflow. */
    private static final class LogSum {
        private double largest = Double.NEGATIVE_INFINITY;
        private double sum;

        void add(double exponent) {
            if (exponent > largest) {
                sum = sum * Math.exp(largest - exponent) + 1;
                largest = exponent;
            } else {
                sum += Math.exp(exponent - largest);
            }
        }

        double value() {
            return largest + Math.log(sum);
        }
    }

    @Override
    public void close() {
        plan.close();
    }
}
