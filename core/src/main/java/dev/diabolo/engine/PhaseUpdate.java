package dev.diabolo.engine;

import dev.diabolo.spi.training.Clipping;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.OptimiserSpec;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One phase's updates of its parameter groups: sums the shards' gradients in their order, clips them, and steps the
 * optimiser, chunk by chunk. Owns the optimiser's state. For one caller at a time.
 *
 * <p>Only clipping by a norm takes a pass of its own, since the norm must be known before the first parameter moves. Norms
 * are sums over chunks, added in the order of the chunks, so that they do not depend on the number of workers.
 */
final class PhaseUpdate {
    /** Floats in a chunk: three or four arrays of it stay in a core's first-level cache. */
    private static final int CHUNK = 2048;

    private final OptimiserSpec spec;
    private final Optimiser optimiser;
    private final WorkerPool pool;
    private final List<Group> groups = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final Scratch[] scratch;
    private final int arrays;
    private long steps;

    private record Group(String id, FlatVector parameters) {}

    /** A chunk of one parameter array, and its optimiser's state; arrays are numbered over all groups. */
    private record Segment(int group, int array, int offset, int length, float[][] state) {}

    /**
     * @param groups of the phase, in an order that does not change from run to run
     */
    PhaseUpdate(OptimiserSpec spec, List<String> groups, ParameterStore store, WorkerPool pool) {
        this(spec, groups, name -> true, store, pool);
    }

    /** Of some parameters of the groups only. */
    PhaseUpdate(
            OptimiserSpec spec, List<String> groups, Predicate<String> updated, ParameterStore store, WorkerPool pool) {
        this.spec = spec;
        this.optimiser = Optimiser.of(spec.rule());
        this.pool = pool;
        int array = 0;
        for (String id : groups) {
            for (ParameterStore.Slot slot : store.slots(id)) {
                if (updated.test(slot.spec().name())) {
                    cut(slot, this.groups.size(), array++);
                }
            }
            this.groups.add(new Group(id, store.group(id)));
        }
        this.arrays = array;
        this.scratch = new Scratch[pool.workers()];
        Arrays.setAll(scratch, strand -> new Scratch());
    }

    private void cut(ParameterStore.Slot slot, int group, int array) {
        int end = slot.offset() + slot.spec().size();
        for (int from = slot.offset(); from < end; from += CHUNK) {
            int length = Math.min(CHUNK, end - from);
            float[][] state = new float[optimiser.stateVectors()][length];
            for (float[] vector : state) {
                Arrays.fill(vector, optimiser.initialState());
            }
            segments.add(new Segment(group, array, from, length, state));
        }
    }

    /**
     * Takes one optimiser step.
     *
     * @param share of the learning rate that is left
     * @param gradients of each group, one vector for each shard; the first may be overwritten with their sum
     */
    void apply(Moment moment, double share, Map<String, List<FlatVector>> gradients) {
        step(moment, share, gradients, null);
    }

    /** As {@link #apply}; gives the norm of the gradient of all parameters, before clipping. */
    double applyAndMeasure(Moment moment, double share, Map<String, List<FlatVector>> gradients) {
        double[] squares = new double[segments.size()];
        step(moment, share, gradients, squares);
        return Math.sqrt(Arrays.stream(squares).sum());
    }

    private void step(
            Moment moment, double share, Map<String, List<FlatVector>> gradients, double @Nullable [] measured) {
        List<Buffers> buffers =
                groups.stream().map(group -> buffers(group, gradients)).toList();
        Optimiser.Move move = optimiser.move(steps, share * spec.learningRate().at(moment));
        if (spec.clipping() instanceof Clipping.ByNorm || spec.clipping() instanceof Clipping.ByGlobalNorm) {
            double[] squares = measured == null ? new double[segments.size()] : measured;
            forEachSegment((index, own) -> squares[index] = sum(segments.get(index), buffers, own));
            float[] factors = factors(squares);
            List<Buffers> summed = buffers.stream().map(Buffers::first).toList();
            forEachSegment((index, own) -> update(index, summed, own, move, factors, null));
        } else {
            forEachSegment((index, own) -> update(index, buffers, own, move, null, measured));
        }
        steps++;
    }

    /** Notes the optimiser's state: of each of its vectors, the chunks one behind the other. */
    void save(RunState state, String at) {
        state.put(at + "steps", steps);
        for (int vector = 0; vector < optimiser.stateVectors(); vector++) {
            float[] whole = new float[length()];
            int from = 0;
            for (Segment segment : segments) {
                System.arraycopy(segment.state()[vector], 0, whole, from, segment.length());
                from += segment.length();
            }
            state.put(at + "state-" + vector, whole);
        }
    }

    /**
     * Goes on with the state of another run.
     *
     * @throws IllegalArgumentException where that had other parameters
     */
    void restore(RunState state, String at) {
        steps = state.whole(at + "steps");
        for (int vector = 0; vector < optimiser.stateVectors(); vector++) {
            float[] whole = state.array(at + "state-" + vector);
            if (whole.length != length()) {
                throw new IllegalArgumentException(
                        "the optimiser's state is of " + whole.length + " parameters, not " + length());
            }
            int from = 0;
            for (Segment segment : segments) {
                System.arraycopy(whole, from, segment.state()[vector], 0, segment.length());
                from += segment.length();
            }
        }
    }

    private int length() {
        return segments.stream().mapToInt(Segment::length).sum();
    }

    private static Buffers buffers(Group group, Map<String, List<FlatVector>> gradients) {
        return new Buffers(
                group.parameters().buffer(),
                gradients.get(group.id()).stream().map(FlatVector::buffer).toList());
    }

    private interface Work {
        void on(int segment, Scratch own);
    }

    /** A run of neighbouring segments for each worker. */
    private void forEachSegment(Work work) {
        int count = segments.size();
        int blocks = Math.min(pool.workers(), count);
        pool.run(blocks, (block, strand) -> {
            int from = (int) ((long) count * block / blocks);
            int to = (int) ((long) count * (block + 1) / blocks);
            for (int index = from; index < to; index++) {
                work.on(index, scratch[strand]);
            }
        });
    }

    /** Leaves the sum of the shards in the first one; returns its sum of squares. */
    private static double sum(Segment segment, List<Buffers> buffers, Scratch own) {
        Buffers group = buffers.get(segment.group());
        group.read(segment, own);
        if (group.gradients().size() > 1) {
            group.gradients().get(0).put(segment.offset(), own.gradients, 0, segment.length());
        }
        return Moments.sumOfSquares(own.gradients, segment.length());
    }

    /** What each parameter array's gradient is multiplied by. */
    private float[] factors(double[] squares) {
        double[] totals = new double[arrays];
        boolean global = spec.clipping() instanceof Clipping.ByGlobalNorm;
        for (int i = 0; i < squares.length; i++) {
            totals[global ? 0 : segments.get(i).array()] += squares[i];
        }
        double limit = global
                ? ((Clipping.ByGlobalNorm) spec.clipping()).limit()
                : ((Clipping.ByNorm) spec.clipping()).limit();
        float[] factors = new float[arrays];
        for (int i = 0; i < arrays; i++) {
            factors[i] = (float) (limit / Math.max(limit, Math.sqrt(totals[global ? 0 : i])));
        }
        return factors;
    }

    private void update(
            int index,
            List<Buffers> buffers,
            Scratch own,
            Optimiser.Move move,
            float @Nullable [] factors,
            double @Nullable [] measured) {
        Segment segment = segments.get(index);
        Buffers memory = buffers.get(segment.group());
        int length = segment.length();
        memory.read(segment, own);
        memory.parameters().get(segment.offset(), own.parameters, 0, length);
        if (measured != null) {
            measured[index] = Moments.sumOfSquares(own.gradients, length);
        }
        if (factors != null && factors[segment.array()] != 1) {
            Moments.scale(own.gradients, factors[segment.array()], length);
        } else if (spec.clipping() instanceof Clipping.ByValue clip) {
            Moments.limit(own.gradients, (float) clip.limit(), length);
        }
        if (spec.l2() != 0) {
            Moments.addScaled(own.gradients, own.parameters, (float) spec.l2(), length);
        }
        move.apply(own.parameters, own.gradients, segment.state(), length);
        if (Double.isFinite(spec.bound())) {
            Moments.limit(own.parameters, (float) spec.bound(), length);
        }
        memory.parameters().put(segment.offset(), own.parameters, 0, length);
    }

    /** The memory of a group's parameters, and of each shard's gradients. */
    private record Buffers(FloatBuffer parameters, List<FloatBuffer> gradients) {
        Buffers first() {
            return new Buffers(parameters, gradients.subList(0, 1));
        }

        /** Reads the sum of the shards. */
        void read(Segment segment, Scratch own) {
            gradients.get(0).get(segment.offset(), own.gradients, 0, segment.length());
            for (int shard = 1; shard < gradients.size(); shard++) {
                gradients.get(shard).get(segment.offset(), own.shard, 0, segment.length());
                Moments.addScaled(own.gradients, own.shard, 1, segment.length());
            }
        }
    }

    private static final class Scratch {
        private final float[] parameters = new float[CHUNK];
        private final float[] gradients = new float[CHUNK];
        private final float[] shard = new float[CHUNK];
    }
}
