package dev.diabolo.engine.compute;

import java.util.Arrays;
import java.util.List;

/**
 * One pass over arrays of one length, chunk by chunk: loads inputs into registers, computes element-wise functions there, and
 * stores results or sums them along rows. Each piece does a range.
 */
public final class ElementPass implements Kernel {
    private final int[] starts;
    private final int registers;
    private final List<Action> actions;
    private final List<RowSum> sums;

    /** What is done with each chunk, in order. */
    public sealed interface Action {}

    /**
     * Fills a register from memory. The value at place i is at {@code (i / repeat) % memory.length()}: repeat 1 and a memory
     * of the pass's length is a plain load, a memory of one value a constant, and the rest broadcasting.
     */
    public record Load(int register, FloatMemory memory, int repeat) implements Action {}

    /** Computes a register from others; {@code second} is that of a second argument or -1. */
    public record Step(ElementFunction function, int first, int second, float constant, int register)
            implements Action {}

    /** Writes a register to memory of the pass's length. */
    public record Store(int register, FloatMemory memory) implements Action {}

    /** Writes the sum of each row of {@code width} values, times a factor, to memory of one value for each row. */
    public record RowSum(int register, FloatMemory memory, int width, float factor) implements Action {}

    /**
     * @param starts where each piece begins, and the length of the arrays; whole rows of every sum
     * @param registers how many there are
     */
    public ElementPass(int[] starts, int registers, List<Action> actions) {
        this.starts = starts.clone();
        this.registers = registers;
        this.actions = List.copyOf(actions);
        this.sums = actions.stream()
                .filter(RowSum.class::isInstance)
                .map(RowSum.class::cast)
                .toList();
    }

    @Override
    public int pieces() {
        return starts.length - 1;
    }

    @Override
    public void run(int piece, Scratch scratch) {
        int begin = starts[piece];
        int end = starts[piece + 1];
        float[][] registerFile = scratch.registers(registers);
        float[][] totals = totals(begin, end);
        for (int from = begin; from < end; from += Scratch.CHUNK) {
            chunk(registerFile, totals, begin, from, Math.min(Scratch.CHUNK, end - from), scratch);
        }
        for (int i = 0; i < totals.length; i++) {
            RowSum sum = sums.get(i);
            VectorMath.multiply(totals[i], sum.factor(), totals[i], totals[i].length);
            sum.memory().write(begin / sum.width(), totals[i], 0, totals[i].length);
        }
    }

    private float[][] totals(int begin, int end) {
        float[][] totals = new float[sums.size()][];
        for (int i = 0; i < totals.length; i++) {
            totals[i] = new float[(end - begin) / sums.get(i).width()];
        }
        return totals;
    }

    private void chunk(float[][] registerFile, float[][] totals, int begin, int from, int n, Scratch scratch) {
        int sum = 0;
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            if (action instanceof Step step) {
                compute(step, registerFile, scratch, n);
            } else if (action instanceof Load load) {
                load(load, registerFile[load.register()], from, n);
            } else if (action instanceof Store store) {
                store.memory().write(from, registerFile[store.register()], 0, n);
            } else if (action instanceof RowSum rows) {
                addRows(registerFile[rows.register()], from - begin, n, totals[sum++], rows.width());
            }
        }
    }

    private static void compute(Step step, float[][] registerFile, Scratch scratch, int n) {
        float[] first = registerFile[step.first()];
        float[] second = step.second() < 0 ? first : registerFile[step.second()];
        step.function().apply(first, second, step.constant(), registerFile[step.register()], scratch, n);
    }

    private static void load(Load load, float[] register, int from, int n) {
        FloatMemory memory = load.memory();
        if (memory.length() == 1) {
            Arrays.fill(register, 0, n, memory.get(0));
        } else if (load.repeat() == 1) {
            loadPeriodic(memory, register, from, n);
        } else {
            loadRepeated(memory, load.repeat(), register, from, n);
        }
    }

    private static void loadPeriodic(FloatMemory memory, float[] register, int from, int n) {
        int length = memory.length();
        for (int done = 0; done < n; ) {
            int position = (from + done) % length;
            int count = Math.min(n - done, length - position);
            memory.read(position, register, done, count);
            done += count;
        }
    }

    private static void loadRepeated(FloatMemory memory, int repeat, float[] register, int from, int n) {
        for (int done = 0; done < n; ) {
            int place = from + done;
            int count = Math.min(n - done, repeat - place % repeat);
            Arrays.fill(register, done, done + count, memory.get(place / repeat % memory.length()));
            done += count;
        }
    }

    private static void addRows(float[] values, int position, int n, float[] totals, int width) {
        for (int done = 0; done < n; ) {
            int place = position + done;
            int count = Math.min(n - done, width - place % width);
            totals[place / width] += VectorMath.sum(values, done, count);
            done += count;
        }
    }
}
