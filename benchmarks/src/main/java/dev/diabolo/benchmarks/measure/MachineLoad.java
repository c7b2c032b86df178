package dev.diabolo.benchmarks.measure;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What the whole machine and this process did since a moment, from {@code /proc}; elsewhere than on Linux nothing is known. */
final class MachineLoad {
    private static final Path MACHINE = Path.of("/proc/stat");
    private static final Path PROCESS = Path.of("/proc/self/status");

    /** Ticks of {@code /proc/stat} in a second: USER_HZ, which is 100 on every architecture that we have natives for. */
    private static final double TICKS = 100;

    /** Places in the first line of {@code /proc/stat}: user, nice, system, and interrupts, soft ones, stolen time. */
    private static final int[] BUSY = {1, 2, 3, 6, 7, 8};

    private static final double KILOBYTES_IN_MEGABYTE = 1024;

    private final Optional<Double> machine;
    private final double process;
    private final long nanos;

    private MachineLoad() {
        this.machine = busySeconds();
        this.process = processSeconds();
        this.nanos = System.nanoTime();
    }

    static MachineLoad now() {
        return new MachineLoad();
    }

    /** The cores, on average since this moment, that others kept busy. */
    Optional<Double> othersSince() {
        double seconds = (System.nanoTime() - nanos) / 1e9;
        double own = processSeconds() - process;
        return machine.flatMap(before ->
                busySeconds().map(after -> Math.max(0, (after - before - own) / Math.max(seconds, 1e-9))));
    }

    /** The most memory that this process has had in use so far, in megabytes. */
    static Optional<Double> peakMemory() {
        return lines(PROCESS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KILOBYTES_IN_MEGABYTE)
                .findFirst();
    }

    private static Optional<Double> busySeconds() {
        return lines(MACHINE).stream()
                .filter(line -> line.startsWith("cpu "))
                .map(line -> busySeconds(line.trim().split("\\s+")))
                .findFirst();
    }

    private static double busySeconds(String[] fields) {
        double ticks = 0;
        for (int place : BUSY) {
            ticks += place < fields.length ? Double.parseDouble(fields[place]) : 0;
        }
        return ticks / TICKS;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    private static double processSeconds() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : 0;
    }
}
