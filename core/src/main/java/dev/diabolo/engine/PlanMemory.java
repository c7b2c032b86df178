package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.OptionalLong;
import org.bytedeco.javacpp.Pointer;

/** Refuses plans for which there is not enough memory, before they take any. */
final class PlanMemory {
    /** What can be set for native memory; where it is not, there is that of the machine, or of the container. */
    private static final String LIMIT = "org.bytedeco.javacpp.maxphysicalbytes";

    /**
     * A plan is traced before it is known how little of that it needs in the end. Nothing is written meanwhile, so that a trace takes
     * addresses alone.
     */
    private static final long TRACED = 8;

    private PlanMemory() {}

    /** A plan needs more than it was said to have; how much more is not known. */
    @SuppressWarnings("serial")
    static final class Exceeded extends RuntimeException {
        Exceeded() {
            super("a plan needs more memory than there is");
        }
    }

    /** The bytes that are left to this process. */
    static long free() {
        long limit = System.getProperty(LIMIT) == null ? machine() : Pointer.maxPhysicalBytes();
        return Math.max(0, limit - Pointer.physicalBytes());
    }

    private static long machine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : Long.MAX_VALUE;
    }

    /**
     * Compiles a plan where there is room for it.
     *
     * @param free bytes
     * @throws DiaboloException (RESOURCE) where it needs more, with how much
     */
    static Plan compile(PlanSpec spec, long free) {
        try {
            return PlanCompiler.compile(spec, free);
        } catch (Exceeded maybe) {
            OptionalLong needed = estimate(spec, free > Long.MAX_VALUE / TRACED ? Long.MAX_VALUE : free * TRACED);
            if (needed.isEmpty() || needed.getAsLong() > free) {
                throw refused(spec.examples(), needed, free);
            }
            return PlanCompiler.compile(spec, Long.MAX_VALUE);
        }
    }

    /**
     * The bytes that a plan needs, by plans for one and two of its examples: each takes as much as the others. Empty where those are too
     * large already.
     *
     * @param traced bytes that each of the two may trace
     */
    static OptionalLong estimate(PlanSpec spec, long traced) {
        try {
            long one = bytes(spec, 1, traced);
            long each = spec.examples() == 1 ? 0 : Math.max(0, bytes(spec, 2, traced) - one);
            return OptionalLong.of(one + each * (spec.examples() - 1L));
        } catch (Exceeded tooLarge) {
            return OptionalLong.empty();
        }
    }

    private static long bytes(PlanSpec spec, int examples, long traced) {
        Plan plan = PlanCompiler.compile(spec.first(examples), traced);
        try {
            return plan.bytes();
        } finally {
            plan.close();
        }
    }

    /**
     * Refuses an array of which it is known by itself that there is no room for it.
     *
     * @throws DiaboloException (RESOURCE) where there is none
     */
    static void require(int examples, long bytes) {
        long free = free();
        if (bytes > free) {
            throw refused(examples, OptionalLong.of(bytes), free);
        }
    }

    private static DiaboloException refused(int examples, OptionalLong needed, long free) {
        return DiaboloException.resource(
                "memory.too-little",
                Problem.of("there is not enough memory: " + examples + (examples == 1 ? " example" : " examples")
                                + " at a time need "
                                + (needed.isPresent() ? "about " + size(needed.getAsLong()) : "more than " + size(free))
                                + ", and " + size(free) + " are free")
                        .remedy(
                                "take smaller batches or layers, or fewer samples of each example, such as loss.samples; or give"
                                        + " native memory more room, where DIABOLO_JAVA_OPTS limits it with -D"
                                        + LIMIT),
                null);
    }

    private static String size(long bytes) {
        double mib = bytes / (double) (1L << 20);
        return mib < 1024
                ? String.format(Locale.ROOT, "%.1f MiB", mib)
                : String.format(Locale.ROOT, "%.1f GiB", mib / 1024);
    }
}
