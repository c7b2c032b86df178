package dev.diabolo.benchmarks.kernels;

import dev.diabolo.engine.compute.Convolution;
import dev.diabolo.engine.compute.ConvolutionShape;
import dev.diabolo.engine.compute.ConvolutionWeights;
import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.engine.compute.Kernel;
import dev.diabolo.engine.compute.TransposedConvolution;
import dev.diabolo.engine.compute.WindowAxis;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The second convolution of W3, 16 x 14 x 14 to 32 x 7 x 7, for a batch of 128. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ConvolutionBenchmark {
    private static final int BATCH = 128;

    /** Forward, and the gradients of weights and of images. */
    public enum Direction {
        FORWARD,
        WEIGHTS,
        IMAGES
    }

    @Param
    private Direction direction = Direction.FORWARD;

    private final Arrays32 arrays = new Arrays32();
    private Kernel kernel = kernel(Direction.FORWARD);

    /** Makes the kernel. */
    @Setup
    public void setUp() {
        kernel = kernel(direction);
    }

    private Kernel kernel(Direction which) {
        WindowAxis axis = new WindowAxis(14, 7, 3, 2, 1, 1);
        ConvolutionShape shape =
                new ConvolutionShape(16, 32, axis, axis, ConvolutionShape.WeightOrder.KERNEL_CHANNELS_MAPS);
        FloatMemory images = arrays.random(BATCH * shape.imageLength());
        FloatMemory maps = arrays.random(BATCH * shape.mapsLength());
        FloatMemory weights = arrays.random(shape.weights());
        int[] starts = {0, BATCH};
        return switch (which) {
            case FORWARD -> new Convolution(shape, images, weights, maps, starts);
            case WEIGHTS -> new ConvolutionWeights(shape, images, maps, weights, starts);
            case IMAGES -> new TransposedConvolution(shape, maps, weights, images, starts);
        };
    }

    /** One kernel on one thread. */
    @Benchmark
    public void convolve() {
        arrays.run(kernel);
    }
}
