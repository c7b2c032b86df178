package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import org.bytedeco.javacpp.Pointer;

/** Refuses plans for which there is not enough memory, before they take it. */
final class PlanMemory {
    /** What a plan may take without being asked before how much it needs in all: 1 GiB. */
    private static final long UNASKED = 1L << 30;

    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");

    private PlanMemory() {}

    /** A plan needs more than it was given; how much more is not known. */
    @SuppressWarnings("serial")
    static final class Exceeded extends RuntimeException {
        Exceeded() {
            super("a plan needs more memory than it was given");
        }
    }

    /** The bytes that are left to this process: of what Java lets it take, and of what the machine, or the container, has. */
    static long free() {
        long limit = Pointer.maxPhysicalBytes() > 0 ? Math.min(Pointer.maxPhysicalBytes(), machine()) : machine();
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
     * @throws DiaboloException (RESOURCE) where it needs more, with how much
     */
    static Plan compile(PlanSpec spec) {
        return compile(spec, free(), UNASKED);
    }

    /**
     * As {@link #compile(PlanSpec)}.
     *
     * @param free bytes
     * @param unasked bytes that the plan may take before plans for fewer examples tell how much it needs
     */
    static Plan compile(PlanSpec spec, long free, long unasked) {
        try {
            return PlanCompiler.compile(spec, Math.min(free, unasked));
        } catch (Exceeded maybe) {
            // What is given belongs to all examples; the plan that it comes from was asked before.
            if (spec.given().isEmpty()) {
                requireRoom(spec, free);
            }
        }
        try {
            return PlanCompiler.compile(spec, free);
        } catch (Exceeded after) {
            throw refused(spec.examples(), new Need(free, false), free);
        }
    }

    private static void requireRoom(PlanSpec spec, long free) {
        Need need = need(spec, free);
        if (!need.known() || need.bytes() > free) {
            throw refused(spec.examples(), need, free);
        }
    }

    /**
     * What a plan takes while it is compiled, which is more than it keeps.
     *
     * @param known whether it is about so much; else it is more
     */
    record Need(long bytes, boolean known) {}

    /**
     * What a plan takes, by what plans for one and two of its examples take: something whatever the number of examples, and as much
     * for each example as for the others.
     *
     * @param most bytes that these may take; where that is not enough, it is all that is known
     */
    static Need need(PlanSpec spec, long most) {
        int examples = spec.examples();
        try {
            long one = PlanCompiler.traced(spec.first(1), most);
            long two = examples == 1 ? one : PlanCompiler.traced(spec.first(2), most);
            return new Need(one + (two - one) * (examples - 1L), true);
        } catch (Exceeded tooLarge) {
            return new Need(most, false);
        }
    }

    /**
     * Refuses an array of which it is known by itself that there is no room for it.
     *
     * @param width bytes of a value
     * @throws DiaboloException (RESOURCE) where there is none
     */
    static void require(int examples, long values, int width) {
        if (values > Integer.MAX_VALUE) {
            throw refused(String.format(
                    Locale.ROOT,
                    "%s at a time need %,d values in one array, and no array has more than %,d",
                    count(examples),
                    values,
                    Integer.MAX_VALUE));
        }
        long bytes = values * width;
        // Asking costs more than a small array does.
        if (bytes > UNASKED / 16) {
            long free = free();
            if (bytes > free) {
                throw refused(examples, new Need(bytes, false), free);
            }
        }
    }

    private static DiaboloException refused(int examples, Need need, long free) {
        return refused("there is not enough memory: " + count(examples) + " at a time need "
                + (need.known() ? "about " : "more than ") + size(need.bytes()) + ", and " + size(free) + " are free");
    }

    private static String count(int examples) {
        return examples + (examples == 1 ? " example" : " examples");
    }

    private static DiaboloException refused(String what) {
        return DiaboloException.resource(
                "memory.too-little",
                Problem.of(what)
                        .remedy(
                                "take smaller batches or layers, or fewer samples of each example, such as loss.samples; or"
                                        + " give Java more memory: DIABOLO_JAVA_OPTS=-Xmx8g"),
                null);
    }

    private static String size(long bytes) {
        double size = bytes / 1024.0;
        int unit = 0;
        for (; size >= 1024 && unit < UNITS.size() - 1; unit++) {
            size /= 1024;
        }
        return String.format(Locale.ROOT, "%.1f %s", size, UNITS.get(unit));
    }
}
