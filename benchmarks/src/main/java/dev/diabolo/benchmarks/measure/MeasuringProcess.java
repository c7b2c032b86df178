package dev.diabolo.benchmarks.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The beginning of a process that measures one engine on one workload, and prints one line about it: {@link #MARK}, then
 * JSON. Arguments: the engine's class, workload, workers, seconds of warm-up, seconds of measuring.
 */
public final class MeasuringProcess {
    /** What the line begins with that the parent process is waiting for: frameworks print lines of their own. */
    public static final String MARK = "MEASURED ";

    /** Single rows that are timed at most; more make the quantiles no better. */
    private static final int MOST_ROWS = 20_000;

    private static final int LEAST_ROWS = 100;

    private MeasuringProcess() {}

    /** Measures, and exits. */
    public static void main(String[] arguments) throws Exception {
        Engine engine =
                (Engine) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        Workload workload = Workload.of(arguments[1]);
        int workers = Integer.parseInt(arguments[2]);
        double warmUp = Double.parseDouble(arguments[3]);
        double seconds = Double.parseDouble(arguments[4]);
        print(measure(engine, workload, workers, warmUp, seconds));
        // Frameworks leave threads behind.
        System.exit(0);
    }

    /** Prints a result for the parent process. */
    public static void print(Object result) throws JsonProcessingException {
        System.out.println(System.lineSeparator() + MARK + new ObjectMapper().writeValueAsString(result));
        System.out.flush();
    }

    private static Measurement measure(Engine engine, Workload workload, int workers, double warmUp, double seconds)
            throws Exception {
        if (!engine.supports(workload)) {
            return Measurement.unsupported(engine.version());
        }
        AtomicReference<MachineLoad> begin = new AtomicReference<>(MachineLoad.now());
        PassClock clock = new PassClock(workload.stepsInPass(), warmUp, seconds, () -> begin.set(MachineLoad.now()));
        double[] rows = {};
        if (workload.trains()) {
            engine.train(workload, workers, clock);
        } else {
            Engine.Forward forward = engine.forward(workers);
            batches(forward, clock);
            rows = rows(forward, warmUp, seconds);
        }
        Optional<Double> others = begin.get().othersSince();
        boolean trains = workload.trains();
        return new Measurement(
                engine.version(),
                true,
                clock.millisecondsPerStep(),
                workload.examplesInPass() / (clock.millisecondsPerStep() * workload.stepsInPass() / 1e3),
                trains ? null : Statistics.median(rows),
                trains ? null : Statistics.quantile(0.99, rows),
                trains ? clock.firstLoss() : null,
                trains ? clock.lastLoss() : null,
                clock.steps(),
                MachineLoad.peakMemory().orElse(null),
                others.orElse(null));
    }

    private static void batches(Engine.Forward forward, PassClock clock) throws Exception {
        int batches = Workload.W6.stepsInPass();
        clock.start();
        for (int i = 0; !clock.done(); i++) {
            forward.batch(i % batches);
            clock.stepped(0);
        }
    }

    /** Microseconds for each row. */
    private static double[] rows(Engine.Forward forward, double warmUp, double seconds) throws Exception {
        float[][] rows = WorkloadData.testRows();
        timeRows(forward, rows, warmUp);
        return timeRows(forward, rows, seconds);
    }

    private static double[] timeRows(Engine.Forward forward, float[][] rows, double seconds) throws Exception {
        double[] times = new double[MOST_ROWS];
        long begin = System.nanoTime();
        int count = 0;
        float read = 0;
        while (count < LEAST_ROWS || (count < MOST_ROWS && System.nanoTime() - begin < seconds * 1e9)) {
            long rowBegin = System.nanoTime();
            read += forward.row(rows[count % rows.length]);
            times[count++] = (System.nanoTime() - rowBegin) / 1e3;
        }
        if (Float.isNaN(read)) {
            throw new IllegalStateException("the reconstructions are not numbers");
        }
        return java.util.Arrays.copyOf(times, count);
    }
}
