package dev.diabolo.plugins.vae.sampler;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.DirectSampler;
import dev.diabolo.spi.FittedSampler;
import dev.diabolo.spi.SamplerProvider;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.exchange.TrainedParameter;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Kernel density estimation: a normal distribution around each code, with a width of its own for each dimension.
 *
 * <p><b>Formula:</b> {@code p(z) = 1/n sum_i prod_j N(z_j; z_ij, h_j^2)} with {@code h_j = bandwidth sd_j n^(-1/(d+4))}.
 *
 * <p><b>Source:</b> Parzen 1962; the width, Scott 1992, equation 6.42.
 */
public final class KernelSamplerProvider implements SamplerProvider<KernelSamplerOptions> {
    @Override
    public ComponentId id() {
        return new ComponentId("vae", "kernel-density");
    }

    @Override
    public int spiVersion() {
        return SpiVersion.CURRENT;
    }

    @Override
    public Class<KernelSamplerOptions> optionsType() {
        return KernelSamplerOptions.class;
    }

    @Override
    public String summary() {
        return "kernel density estimation: a normal distribution around each of the codes";
    }

    @Override
    public DirectSampler create(KernelSamplerOptions options) {
        return new Fitting(options);
    }

    private record Fitting(KernelSamplerOptions options) implements DirectSampler {
        @Override
        public FittedSampler fit(float[][] codes, long seed) {
            Moments.requireSeveral(codes, 2);
            float[][] kept = kept(codes, new SplittableRandom(seed));
            int size = kept[0].length;
            Moments moments = Moments.of(kept);
            double rule = options.bandwidth() * Math.pow(kept.length, -1.0 / (size + 4));
            float[] widths = new float[size];
            for (int j = 0; j < size; j++) {
                double deviation = Math.sqrt(moments.covariance()[j][j]);
                widths[j] = (float) Math.max(Kernels.LEAST_WIDTH, rule * deviation);
            }
            return new Kernels(kept, widths);
        }

        /** The first of a random order, by Fisher and Yates. */
        private float[][] kept(float[][] codes, SplittableRandom random) {
            float[][] order = codes.clone();
            int count = Math.min(options.most(), order.length);
            for (int i = 0; i < count && count < order.length; i++) {
                int other = i + random.nextInt(order.length - i);
                float[] taken = order[other];
                order[other] = order[i];
                order[i] = taken;
            }
            float[][] kept = new float[count][];
            for (int i = 0; i < count; i++) {
                kept[i] = order[i].clone();
            }
            return kept;
        }

        @Override
        public FittedSampler restore(Map<String, TrainedParameter> state) {
            return Kernels.restore(state);
        }
    }
}
