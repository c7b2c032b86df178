package dev.diabolo.benchmarks.kernels;

import dev.diabolo.benchmarks.diabolo.SteppedTraining;
import dev.diabolo.benchmarks.measure.Workload;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Training steps of the workloads: an invocation is {@value #STEPS} steps, and its time is divided by them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class StepBenchmark {
    private static final int STEPS = 10;

    /** Which network. */
    @Param({"W1", "W1B32", "W2", "W3", "W4", "W5"})
    private Workload workload = Workload.W1;

    /** Threads that train. */
    @Param({"1", "2"})
    private int workers = 1;

    private @Nullable SteppedTraining training;

    /** Starts a training run. */
    @Setup
    public void setUp() {
        training = SteppedTraining.start(workload, workers);
    }

    /** Steps, including their share of an epoch's beginning and end. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public void step() {
        Objects.requireNonNull(training).steps(STEPS);
    }

    /** Ends the run. */
    @TearDown
    public void tearDown() {
        Objects.requireNonNull(training).close();
    }
}
