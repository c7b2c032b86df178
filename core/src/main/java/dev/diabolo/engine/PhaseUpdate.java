package dev.diabolo.engine;

import dev.diabolo.spi.training.Clipping;
import dev.diabolo.spi.training.Moment;
import dev.diabolo.spi.training.OptimiserSpec;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One phase's updates of its parameter groups: sums the shards' gradients in their order, clips them, and steps the
 * optimiser, granule by granule. Owns the optimiser's state. For one caller at a time.
 *
 * <p>Only clipping by a norm takes a pass of its own, since the norm must be known before the first parameter moves. Norms
 * are sums over chunks, added in the order of the chunks, so that they do not depend on the number of workers.
 */
final class PhaseUpdate {
    private final OptimiserSpec spec;
    private final Optimiser optimiser;
    private final WorkerPool pool;
    private final List<Group> groups = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    /** The segments of each parameter, by the place in the array where they begin. */
    private final Map<String, NavigableMap<Integer, Integer>> segmentsOf = new HashMap<>();

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
        long[] shape = slot.spec().shape();
        int columns = shape.length == 0 ? 1 : (int) shape[shape.length - 1];
        int size = slot.spec().size();
        NavigableMap<Integer, Integer> own = new TreeMap<>();
        int length;
        for (int from = 0; from < size; from += length) {
            length = Math.min(Granule.length(columns, from), size - from);
            float[][] state = new float[optimiser.stateVectors()][length];
            for (float[] vector : state) {
                Arrays.fill(vector, optimiser.initialState());
            }
            own.put(from, segments.size());
            segments.add(new Segment(group, array, slot.offset() + from, length, state));
        }
        own.put(size, segments.size());
        segmentsOf.put(slot.spec().name(), own);
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
        List<Buffers> buffers = buffers(gradients);
        Optimiser.Move move = optimiser.move(steps, share * spec.learningRate().at(moment));
        if (!isLocal()) {
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

    /** Whether a parameter's update depends on its own gradient alone, so that parts can be updated before all gradients are there. */
    boolean isLocal() {
        return !(spec.clipping() instanceof Clipping.ByNorm || spec.clipping() instanceof Clipping.ByGlobalNorm);
    }

    /** Whether {@link Ongoing#update} can take a parameter in certain parts. */
    boolean takes(String parameter, int[] starts) {
        NavigableMap<Integer, Integer> own = segmentsOf.get(parameter);
        return own != null
                && own.lastKey() == starts[starts.length - 1]
                && Arrays.stream(starts).allMatch(own::containsKey);
    }

    /**
     * Begins a step that updates parts as their gradients come. Where updates are local.
     *
     * @param gradients of each group
     * @param early the parameters of which each part will be given to {@link Ongoing#update}
     * @param measuring whether the gradient's norm is wanted
     */
    Ongoing begin(
            Moment moment, double share, Map<String, FlatVector> gradients, Set<String> early, boolean measuring) {
        Map<String, List<FlatVector>> alone = new HashMap<>();
        gradients.forEach((group, vector) -> alone.put(group, List.of(vector)));
        Optimiser.Move move = optimiser.move(steps, share * spec.learningRate().at(moment));
        return new Ongoing(buffers(alone), move, early, measuring ? new double[segments.size()] : null);
    }

    /** A step of which some parts may be done before it ends. */
    final class Ongoing {
        private final List<Buffers> buffers;
        private final Optimiser.Move move;
        private final Set<String> early;
        private final double @Nullable [] measured;

        private Ongoing(List<Buffers> buffers, Optimiser.Move move, Set<String> early, double @Nullable [] measured) {
            this.buffers = buffers;
            this.move = move;
            this.early = early;
            this.measured = measured;
        }

        boolean isEarly(String parameter) {
            return early.contains(parameter);
        }

        /**
         * Updates a part of a parameter, whose gradient is there.
         *
         * @param strand of the calling thread in the pool
         */
        void update(String parameter, int from, int to, int strand) {
            NavigableMap<Integer, Integer> own = segmentsOf.get(parameter);
            for (int index = own.get(from); index < own.get(to); index++) {
                PhaseUpdate.this.update(index, buffers, scratch[strand], move, null, measured);
            }
        }

        /** Updates the other parameters; gives the norm of the gradient where it is measured, else 0. */
        double end() {
            List<Integer> left = new ArrayList<>();
            segmentsOf.forEach((parameter, own) -> {
                if (!early.contains(parameter)) {
                    IntStream.range(own.firstEntry().getValue(), own.lastEntry().getValue())
                            .forEach(left::add);
                }
            });
            forEach(left.size(), (i, own) -> PhaseUpdate.this.update(left.get(i), buffers, own, move, null, measured));
            steps++;
            return measured == null ? 0 : Math.sqrt(Arrays.stream(measured).sum());
        }
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

    private List<Buffers> buffers(Map<String, List<FlatVector>> gradients) {
        return groups.stream().map(group -> buffers(group, gradients)).toList();
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
        forEach(segments.size(), work);
    }

    private void forEach(int count, Work work) {
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
        private final float[] parameters = new float[Granule.MOST];
        private final float[] gradients = new float[Granule.MOST];
        private final float[] shard = new float[Granule.MOST];
    }
}
