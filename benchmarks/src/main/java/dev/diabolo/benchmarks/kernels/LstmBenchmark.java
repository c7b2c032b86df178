package dev.diabolo.benchmarks.kernels;

import dev.diabolo.engine.compute.CellShape;
import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.engine.compute.LstmForward;
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

/** The decoder's LSTM of W4, forward: 64 units, 50 steps, the same input at every step, a batch of 32 in two pieces. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LstmBenchmark {
    private static final int BATCH = 32;
    private static final int TIME = 50;

    /** Of the layer. */
    @Param({"64", "256"})
    private int units = 64;

    private final Arrays32 arrays = new Arrays32();
    private LstmForward kernel = kernel();

    /** Makes the kernel. */
    @Setup
    public void setUp() {
        kernel = kernel();
    }

    private LstmForward kernel() {
        int states = BATCH * TIME * units;
        FloatMemory constant = arrays.random(BATCH * 4 * units);
        return new LstmForward(
                new CellShape(units, TIME, new int[] {0, BATCH / 2, BATCH}),
                new LstmForward.Memories(
                        constant,
                        arrays.random(units * 4 * units),
                        arrays.random(4 * units),
                        arrays.random(4 * states),
                        arrays.random(states),
                        arrays.random(states),
                        arrays.random(states),
                        arrays.random(states),
                        null));
    }

    /** All steps on one thread. */
    @Benchmark
    public void forward() {
        arrays.run(kernel);
    }
}
