package dev.diabolo.plugins.vanilla.corruption.occlusion;

import dev.diabolo.spi.Corruption;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link OcclusionCorruptionProvider}. */
record OcclusionCorruption(OcclusionCorruptionOptions options) implements Corruption {
    @Override
    public void requireSupported(TensorSpec data) {
        if (data.rank() != 3) {
            throw DiaboloException.user(
                    "corruption.no-image",
                    Problem.of("a rectangle cannot be hidden in data of shape " + data)
                            .allowed("images, of shape [channels, height, width]"));
        }
    }

    @Override
    public Tensor corrupt(GraphScope scope, Tensor data) {
        SDVariable hidden = hidden(scope, data.spec());
        SDVariable visible = data.variable().mul(hidden.mul(-1).add(1));
        return data.with(
                options.fill() == Fill.ZERO ? visible : visible.add(mean(data).mul(hidden)));
    }

    /** What is visible, which whoever sees the image knows. */
    @Override
    public Optional<Tensor> untouched(GraphScope scope, TensorSpec data) {
        SDVariable visible = hidden(scope, data).mul(-1).add(1);
        int channels = (int) data.dimension(0);
        return Optional.of(new Tensor(scope.graph().tile(visible, 1, channels, 1, 1), data));
    }

    /** 1 in the rectangle, else 0; shape {@code [batch, 1, height, width]}. */
    private SDVariable hidden(GraphScope scope, TensorSpec data) {
        long height = data.dimension(1);
        long width = data.dimension(2);
        SDVariable rows = inside(scope, "top", height, side(options.height(), height));
        SDVariable columns = inside(scope, "left", width, side(options.width(), width));
        return rows.reshape(-1, 1, height, 1).mul(columns.reshape(-1, 1, 1, width));
    }

    private static long side(double share, long length) {
        return Math.max(1, Math.round(share * length));
    }

    /** Shape {@code [batch, channels, 1, 1]}. */
    private static SDVariable mean(Tensor data) {
        long channels = data.spec().dimension(0);
        long pixels = data.spec().dimension(1) * data.spec().dimension(2);
        return data.variable().reshape(-1, channels, pixels).mean(2).reshape(-1, channels, 1, 1);
    }

    /**
     * 1 for the places of a stretch that begins at a random one, else 0; shape {@code [batch, length]}. The stretch begins at
     * the whole part of t, uniform on [0, length - side + 1): place i lies in it where {@code i - side + 1 <= t < i + 1}.
     */
    private static SDVariable inside(GraphScope scope, String name, long length, long side) {
        double[] places = IntStream.range(0, (int) length).asDoubleStream().toArray();
        SDVariable begin = scope.noise(name, NoiseKind.UNIFORM, TensorSpec.of(1))
                .variable()
                .mul(length - side + 1);
        SDVariable distance = begin.sub(scope.constant(places, 1, length));
        SDVariable notAfter = distance.gte(1 - side).castTo(scope.dataType());
        SDVariable before = distance.gte(1).castTo(scope.dataType());
        return notAfter.sub(before);
    }
}
