package dev.diabolo.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.enums.WeightsFormat;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv1DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.DeConv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;
import org.nd4j.linalg.factory.Nd4j;

/** Kernels of convolutions against ND4J's, with sizes and settings that nobody chose. */
class ConvolutionLoweringTest {
    static {
        Backend.load();
    }

    @Property(tries = 150)
    void loweredConvolutionsGiveWhatNd4jGives(@ForAll long seed, @ForAll @IntRange(min = 1, max = 130) int batch) {
        Network network = new Network(DataType.FLOAT, seed, batch);
        Map<String, float[]> exact = new Network(DataType.DOUBLE, seed, batch).run(false, 1, 1);
        Map<String, float[]> replayed = network.run(false, 1, 1);
        for (int pieces : new int[] {1, 2, 4}) {
            if (batch >= pieces) {
                Map<String, float[]> lowered = network.run(true, pieces, 1);
                exact.forEach((name, values) -> assertThat(error(lowered.get(name), values))
                        .as("%s of %s", name, network)
                        .isLessThanOrEqualTo(3 * error(replayed.get(name), values) + 1e-5 * scale(values)));
                Map<String, float[]> together = network.run(true, pieces, 3);
                lowered.forEach((name, values) ->
                        assertThat(together.get(name)).as(name).isEqualTo(values));
            }
        }
    }

    @Test
    void aColumnOfTheKernelMayLieBesideTheImageInEveryWindow() {
        loweredConvolutionsGiveWhatNd4jGives(1127, 36);
    }

    @ParameterizedTest
    @CsvSource({"NCHW, VALID, true", "NCHW, SAME, true", "NHWC, SAME, false"})
    void threadsShareAPlanWhereChannelsComeFirst(String format, PaddingMode mode, boolean expected) {
        GraphContext context = new GraphContext(DataType.FLOAT, true);
        SDVariable data = context.input("data", TensorSpec.of(6, 6, 6));
        SDVariable weights = context.scope("test", "encoder").parameter("w", Initialiser.zeros(), 3, 3, 6, 2);
        Conv2DConfig config = Conv2DConfig.builder()
                .kH(3)
                .kW(3)
                .paddingMode(mode)
                .dataFormat(format)
                .build();
        SDVariable objective =
                context.graph().cnn().conv2d(data, weights, config).sum();
        String gradient = Differentiator.gradients(objective, List.of(weights.name()), Set.of())
                .get(weights.name())
                .name();
        assertThat(PlanCompiler.isCovered(context.graph(), List.of(gradient))).isEqualTo(expected);
    }

    private static double error(float[] found, float[] exact) {
        assertThat(found).hasSize(exact.length);
        double error = 0;
        for (int i = 0; i < exact.length; i++) {
            error = Math.max(error, Math.abs(found[i] - (double) exact[i]));
        }
        return error;
    }

    private static double scale(float[] values) {
        double scale = 0.1;
        for (float value : values) {
            scale = Math.max(scale, Math.abs(value));
        }
        return scale;
    }

    /** A few layers, each a convolution of some kind and a function that is not linear. */
    private static final class Network {
        private final Random random;
        private final DataType type;
        private final int batch;
        private final GraphContext context;
        private final Scope scope;
        private final Map<String, INDArray> bindings = new HashMap<>();
        private final List<String> parameters = new ArrayList<>();
        private final List<String> outputs = new ArrayList<>();
        private final StringBuilder history = new StringBuilder();

        Network(DataType type, long seed, int batch) {
            this.type = type;
            this.batch = batch;
            this.random = new Random(seed);
            this.context = new GraphContext(type, true);
            this.scope = context.scope("random", "encoder");
            boolean ofLines = random.nextInt(4) == 0;
            int channels = between(1, 10);
            int height = between(5, 14);
            int width = between(5, 14);
            TensorSpec spec = ofLines ? TensorSpec.of(channels, width) : TensorSpec.of(channels, height, width);
            SDVariable x = context.input("data", spec);
            bindings.put("data", values(spec.batched(batch)));
            int layers = between(1, 3);
            for (int i = 0; i < layers; i++) {
                int maps = between(1, 12);
                x = ofLines
                        ? line(x, channels, maps)
                        : random.nextInt(3) == 0 ? transposed(x, channels, maps) : image(x, channels, maps);
                outputs.add(x.name());
                x = random.nextBoolean()
                        ? context.graph().nn().relu(x, 0)
                        : context.graph().nn().tanh(x);
                if (random.nextInt(3) == 0) {
                    long[] perChannel = ofLines ? new long[] {1, maps, 1} : new long[] {1, maps, 1, 1};
                    x = x.mul(parameter(perChannel)).sub(parameter(perChannel));
                    history.append("gain ");
                }
                channels = maps;
            }
            SDVariable objective = x.mul(x).mean();
            outputs.add(objective.name());
            Differentiator.gradients(objective, parameters, Set.of())
                    .values()
                    .forEach(gradient -> outputs.add(gradient.name()));
        }

        private int between(int least, int most) {
            return least + random.nextInt(most - least + 1);
        }

        private INDArray values(long... shape) {
            int length = 1;
            for (long size : shape) {
                length *= (int) size;
            }
            float[] values = new float[length];
            for (int i = 0; i < length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return Nd4j.createFromArray(values).castTo(type).reshape('c', shape);
        }

        private SDVariable parameter(long... shape) {
            SDVariable parameter = scope.parameter("p-" + parameters.size(), Initialiser.zeros(), shape);
            parameters.add(parameter.name());
            bindings.put(parameter.name(), values(shape).muli(0.5));
            return parameter;
        }

        private SDVariable bias(int maps) {
            return random.nextBoolean() ? parameter(maps) : null;
        }

        private SDVariable image(SDVariable x, int channels, int maps) {
            int kh = between(1, 3);
            int kw = between(1, 3);
            boolean ofLastChannels = random.nextInt(6) == 0;
            WeightsFormat format = WeightsFormat.values()[random.nextInt(3)];
            Conv2DConfig config = Conv2DConfig.builder()
                    .kH(kh)
                    .kW(kw)
                    .sH(between(1, 3))
                    .sW(between(1, 3))
                    .pH(between(0, 2))
                    .pW(between(0, 2))
                    .dH(between(1, 2))
                    .dW(between(1, 2))
                    .paddingMode(isWide(x) ? PaddingMode.VALID : PaddingMode.SAME)
                    .dataFormat(ofLastChannels ? "NHWC" : "NCHW")
                    .weightsFormat(format)
                    .build();
            history.append(config).append(' ');
            SDVariable input = ofLastChannels ? context.graph().permute(x, 0, 2, 3, 1) : x;
            long[] shape = switch (format) {
                case YXIO -> new long[] {kh, kw, channels, maps};
                case OIYX -> new long[] {maps, channels, kh, kw};
                case OYXI -> new long[] {maps, kh, kw, channels};
            };
            SDVariable result = context.graph().cnn().conv2d(input, parameter(shape), bias(maps), config);
            return ofLastChannels ? context.graph().permute(result, 0, 3, 1, 2) : result;
        }

        private SDVariable transposed(SDVariable x, int channels, int maps) {
            int kh = between(1, 3);
            int kw = between(1, 3);
            DeConv2DConfig config = DeConv2DConfig.builder()
                    .kH(kh)
                    .kW(kw)
                    .sH(between(1, 2))
                    .sW(between(1, 2))
                    .pH(between(0, (kh - 1) / 2))
                    .pW(between(0, (kw - 1) / 2))
                    .isSameMode(random.nextBoolean())
                    .dataFormat("NCHW")
                    .build();
            history.append(config).append(' ');
            return context.graph().cnn().deconv2d(x, parameter(kh, kw, maps, channels), bias(maps), config);
        }

        private SDVariable line(SDVariable x, int channels, int maps) {
            int k = between(1, 3);
            Conv1DConfig config = Conv1DConfig.builder()
                    .k(k)
                    .s(between(1, 2))
                    .p(between(0, 1))
                    .d(between(1, 2))
                    .paddingMode(PaddingMode.values()[isWide(x) ? random.nextInt(3) : between(1, 2)])
                    .dataFormat("NCW")
                    .build();
            history.append(config).append(' ');
            return context.graph().cnn().conv1d(x, parameter(k, channels, maps), bias(maps), config);
        }

        /** Whether an image is surely large enough for any window; sometimes. */
        private boolean isWide(SDVariable x) {
            return x.name().equals("data") && random.nextBoolean();
        }

        Map<String, float[]> run(boolean lowered, int pieces, int workers) {
            PlanSpec spec =
                    new PlanSpec(context.graph(), outputs, bindings, Map.of(), batch, context.perExample(), pieces);
            return PlanRun.of(spec, lowered, workers);
        }

        @Override
        public String toString() {
            return "batch " + batch + ", " + history;
        }
    }
}
