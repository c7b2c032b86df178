package dev.diabolo.engine;

import dev.diabolo.engine.compute.Kernel;
import dev.diabolo.engine.compute.Scratch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A graph compiled for one batch shape: stages of kernels, each bound to fixed arrays. Owns its arrays until closed; for one
 * caller at a time.
 */
final class Plan implements AutoCloseable {
    private final List<Stage> stages;
    /** How many stages come before those of which parts are used. */
    private final int alone;

    private final Map<String, INDArray> outputs;
    private final List<INDArray> owned;
    /** Held, since kernels know addresses only, and ND4J frees what nobody holds. */
    private final List<INDArray> held;

    private final List<Scratch> scratches = new ArrayList<>();

    /**
     * Kernels that need no waiting in between.
     *
     * @param inOrder whether each piece goes through all kernels in their order; else kernels and pieces are independent
     * @param made what each kernel makes, in the last stage, where others use each part as soon as it is there; else nothing
     */
    record Stage(List<Kernel> kernels, boolean inOrder, List<Made> made) {
        Stage {
            kernels = List.copyOf(kernels);
            made = List.copyOf(made);
            if (inOrder && !made.isEmpty()) {
                throw new IllegalArgumentException("parts of what is made in order are not used before all is there");
            }
            if (inOrder && kernels.stream().mapToInt(Kernel::pieces).distinct().count() > 1) {
                throw new IllegalArgumentException("kernels that run piece by piece need the same pieces");
            }
        }
    }

    /**
     * An output, of which each piece of a kernel makes a part.
     *
     * @param starts the place at which each piece begins, and the number of values
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Made(String output, int[] starts) {}

    /** Uses parts of outputs as soon as they are there, while they are in a core's cache. */
    @FunctionalInterface
    interface Follower {
        /** Uses nothing. */
        Follower NONE = (output, from, to, strand) -> {};

        /**
         * @param from the first value of the part; it ends before {@code to}
         * @param strand of the thread that has made it, and calls
         */
        void made(String output, int from, int to, int strand);
    }

    /**
     * @param owned arrays to close with the plan
     * @param held further arrays that it reads and writes
     */
    Plan(List<Stage> stages, Map<String, INDArray> outputs, List<INDArray> owned, Collection<INDArray> held) {
        this.stages = List.copyOf(stages);
        this.alone =
                (int) stages.stream().takeWhile(stage -> stage.made().isEmpty()).count();
        this.outputs = Map.copyOf(outputs);
        this.owned = List.copyOf(owned);
        this.held = List.copyOf(held);
        scratches.add(new Scratch());
    }

    /** Computes every output from what the bound arrays now hold, on this thread. */
    void run() {
        Scratch scratch = scratches.get(0);
        for (Stage stage : stages) {
            if (stage.inOrder()) {
                for (int piece = 0; piece < stage.kernels().get(0).pieces(); piece++) {
                    runInOrder(stage.kernels(), piece, scratch);
                }
            } else {
                stage.kernels().forEach(kernel -> runAllPieces(kernel, scratch));
            }
        }
    }

    private static void runAllPieces(Kernel kernel, Scratch scratch) {
        for (int piece = 0; piece < kernel.pieces(); piece++) {
            kernel.run(piece, scratch);
        }
    }

    /** Computes every output, sharing the work among a pool's threads. The results do not depend on their number. */
    void run(WorkerPool pool) {
        run(pool, () -> Follower.NONE);
    }

    /**
     * As {@link #run(WorkerPool)}, with somebody who uses outputs before all are there.
     *
     * @param follower is asked for when everything but {@link #followed()} is computed
     */
    void run(WorkerPool pool, Supplier<Follower> follower) {
        while (scratches.size() < pool.workers()) {
            scratches.add(new Scratch());
        }
        stages.subList(0, alone).forEach(stage -> run(stage, pool, Follower.NONE));
        Follower following = follower.get();
        stages.subList(alone, stages.size()).forEach(stage -> run(stage, pool, following));
    }

    private void run(Stage stage, WorkerPool pool, Follower follower) {
        if (stage.inOrder()) {
            pool.run(
                    stage.kernels().get(0).pieces(),
                    (piece, strand) -> runInOrder(stage.kernels(), piece, scratches.get(strand)));
        } else {
            runAtLarge(stage, pool, follower);
        }
    }

    /** The outputs of which parts are used before all are there. */
    List<Made> followed() {
        return stages.stream().flatMap(stage -> stage.made().stream()).toList();
    }

    private static void runInOrder(List<Kernel> kernels, int piece, Scratch scratch) {
        for (int i = 0; i < kernels.size(); i++) {
            kernels.get(i).run(piece, scratch);
        }
    }

    private void runAtLarge(Stage stage, WorkerPool pool, Follower follower) {
        List<Kernel> kernels = stage.kernels();
        int tasks = kernels.stream().mapToInt(Kernel::pieces).sum();
        pool.run(tasks, (index, strand) -> {
            int piece = index;
            int kernel = 0;
            while (piece >= kernels.get(kernel).pieces()) {
                piece -= kernels.get(kernel++).pieces();
            }
            kernels.get(kernel).run(piece, scratches.get(strand));
            if (!stage.made().isEmpty()) {
                Made made = stage.made().get(kernel);
                follower.made(made.output(), made.starts()[piece], made.starts()[piece + 1], strand);
            }
        });
    }

    /** An output's array; its values are those of the last run. */
    INDArray output(String variable) {
        INDArray array = outputs.get(variable);
        if (array == null) {
            throw new IllegalArgumentException("the plan does not compute " + variable);
        }
        return array;
    }

    /** The number of values for which it has memory of its own. */
    long memory() {
        return owned.stream().mapToLong(INDArray::length).sum();
    }

    int size() {
        return stages.stream().mapToInt(stage -> stage.kernels().size()).sum();
    }

    @Override
    public void close() {
        stages.forEach(stage -> stage.kernels().forEach(Kernel::close));
        for (INDArray array : owned) {
            if (array.closeable() && !array.wasClosed()) {
                array.close();
            }
        }
    }
}
