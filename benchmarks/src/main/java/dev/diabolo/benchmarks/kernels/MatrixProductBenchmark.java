package dev.diabolo.benchmarks.kernels;

import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.engine.compute.MatrixProduct;
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

/** Products of the layer 784-128 for a batch of 128: forward, and for the gradients of weights and of data. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MatrixProductBenchmark {
    private static final int BATCH = 128;
    private static final int IN = 784;
    private static final int OUT = 128;

    /** Which of the layer's products. */
    public enum Product {
        FORWARD,
        WEIGHTS,
        DATA
    }

    @Param
    private Product product = Product.FORWARD;

    private final Arrays32 arrays = new Arrays32();
    private MatrixProduct kernel = kernel(Product.FORWARD);

    /** Makes the kernel. */
    @Setup
    public void setUp() {
        kernel = kernel(product);
    }

    private MatrixProduct kernel(Product which) {
        FloatMemory data = arrays.random(BATCH * IN);
        FloatMemory weights = arrays.random(IN * OUT);
        FloatMemory values = arrays.random(BATCH * OUT);
        return switch (which) {
            case FORWARD -> of(new MatrixProduct.Factors(data, false, weights, false, IN), values, BATCH, OUT);
            case WEIGHTS -> of(new MatrixProduct.Factors(data, true, values, false, BATCH), weights, IN, OUT);
            case DATA -> of(new MatrixProduct.Factors(values, false, weights, true, OUT), data, BATCH, IN);
        };
    }

    private static MatrixProduct of(MatrixProduct.Factors factors, FloatMemory result, int rows, int columns) {
        return MatrixProduct.byRows(new MatrixProduct.Factors[] {factors}, result, columns, new int[] {0, rows});
    }

    /** One product on one thread. */
    @Benchmark
    public void multiply() {
        arrays.run(kernel);
    }
}
