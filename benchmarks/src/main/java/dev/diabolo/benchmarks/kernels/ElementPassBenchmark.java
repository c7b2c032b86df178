package dev.diabolo.benchmarks.kernels;

import dev.diabolo.engine.compute.ElementFunction;
import dev.diabolo.engine.compute.ElementPass;
import dev.diabolo.engine.compute.ElementPass.Load;
import dev.diabolo.engine.compute.ElementPass.Step;
import dev.diabolo.engine.compute.ElementPass.Store;
import java.util.List;
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

/** Passes over the output of W1: 128 rows of 784 values, with a bias for each column. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ElementPassBenchmark {
    private static final int ROWS = 128;
    private static final int COLUMNS = 784;

    /** What follows the bias. */
    @Param({"MAXIMUM_CONSTANT", "LOGISTIC", "TANGENT", "EXPONENTIAL", "LOGARITHM_OF_ONE_PLUS"})
    private ElementFunction function = ElementFunction.LOGISTIC;

    private final Arrays32 arrays = new Arrays32();
    private ElementPass kernel = kernel();

    /** Makes the kernel. */
    @Setup
    public void setUp() {
        kernel = kernel();
    }

    private ElementPass kernel() {
        return new ElementPass(
                new int[] {0, ROWS * COLUMNS},
                4,
                List.of(
                        new Load(0, arrays.random(ROWS * COLUMNS), 1),
                        new Load(1, arrays.random(COLUMNS), 1),
                        new Step(ElementFunction.ADD, 0, 1, 0, 2),
                        new Step(function, 2, -1, 0, 3),
                        new Store(3, arrays.random(ROWS * COLUMNS))));
    }

    /** One pass on one thread. */
    @Benchmark
    public void biasAndActivation() {
        arrays.run(kernel);
    }
}
