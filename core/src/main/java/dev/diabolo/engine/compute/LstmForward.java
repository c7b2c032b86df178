package dev.diabolo.engine.compute;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * A long short-term memory over all steps: for each, a matrix product with the recurrent weights, and one pass for gates, cells
 * and states. Each piece takes its examples through all steps.
 */
public final class LstmForward implements Kernel {
    private final CellShape shape;
    private final Memories memories;
    private final FloatPointer recurrent;
    private final FloatPointer[][] previous;
    private final FloatPointer[][] arguments;

    /**
     * The layer's arrays; n is the number of examples, and columns and gates are in the order i, f, g, o.
     *
     * @param constant what the input adds to the gates' arguments, {@code [n, 4 units]}, where it is the same at every step; else
     *     {@code gates} holds it at first
     * @param recurrent {@code [units, 4 units]}
     * @param bias {@code [4 units]}
     * @param gates by steps, {@code [n time, 4 units]}: in the end the gates' values, gate by gate in each block that is
     *     computed at once
     * @param cells by steps, {@code [n time, units]}
     * @param squashed tanh of the cells, where it is wanted
     * @param previous the states of the steps before, by steps
     * @param states by steps, where they are wanted
     * @param last the states of the last step, {@code [n, units]}, where they are wanted
     */
    public record Memories(
            @Nullable FloatMemory constant,
            FloatMemory recurrent,
            FloatMemory bias,
            FloatMemory gates,
            FloatMemory cells,
            @Nullable FloatMemory squashed,
            FloatMemory previous,
            @Nullable FloatMemory states,
            @Nullable FloatMemory last) {}

    public LstmForward(CellShape shape, Memories memories) {
        this.shape = shape;
        this.memories = memories;
        this.recurrent = memories.recurrent().at(0);
        this.previous = new FloatPointer[shape.pieces()][shape.time()];
        this.arguments = new FloatPointer[shape.pieces()][shape.time()];
        for (int piece = 0; piece < shape.pieces(); piece++) {
            for (int step = 0; step < shape.time(); step++) {
                long row = shape.row(piece, step);
                previous[piece][step] = memories.previous().at(row * shape.units());
                arguments[piece][step] = memories.gates().at(row * shape.units() * CellShape.GATES);
            }
        }
    }

    @Override
    public int pieces() {
        return shape.pieces();
    }

    @Override
    public void run(int piece, Scratch scratch) {
        float[] offsets = memories.constant() == null ? biases(scratch) : constants(piece, scratch);
        for (int step = 0; step < shape.time(); step++) {
            if (step > 0) {
                addRecurrence(piece, step);
            }
            for (int example = 0; example < shape.examples(piece); example += shape.examplesAtOnce()) {
                for (int unit = 0; unit < shape.units(); unit += shape.unitsAtOnce()) {
                    cells(new Block(shape, piece, step, example, unit), offsets, scratch);
                }
            }
        }
    }

    private void addRecurrence(int piece, int step) {
        int columns = CellShape.GATES * shape.units();
        cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasNoTrans,
                shape.examples(piece),
                columns,
                shape.units(),
                1f,
                previous[piece][step],
                shape.units(),
                recurrent,
                columns,
                memories.constant() == null ? 1f : 0f,
                arguments[piece][step],
                columns);
    }

    /** The bias of each gate, once for each of the examples that are computed at once. */
    private float[] biases(Scratch scratch) {
        int units = shape.units();
        int repeat = shape.examplesAtOnce();
        float[] offsets = scratch.buffer(CellShape.GATES * units * repeat);
        for (int place = 0; place < CellShape.GATES * repeat; place++) {
            memories.bias().read(place / repeat * units, offsets, place * units, units);
        }
        return offsets;
    }

    /** What each example's input and the bias add, gate by gate in each block that is computed at once. */
    private float[] constants(int piece, Scratch scratch) {
        int units = shape.units();
        int columns = CellShape.GATES * units;
        float[] offsets = scratch.buffer(columns * (shape.examples(piece) + 1));
        int biases = columns * shape.examples(piece);
        memories.bias().read(0, offsets, biases, columns);
        for (int example = 0; example < shape.examples(piece); example++) {
            int start = example - example % shape.examplesAtOnce();
            int together = Math.min(shape.examplesAtOnce(), shape.examples(piece) - start);
            for (int gate = 0; gate < CellShape.GATES; gate++) {
                int place = (start * CellShape.GATES + gate * together + example - start) * units;
                memories.constant()
                        .read((shape.first(piece) + example) * columns + gate * units, offsets, place, units);
                for (int i = 0; i < units; i++) {
                    offsets[place + i] += offsets[biases + gate * units + i];
                }
            }
        }
        return offsets;
    }

    private void cells(Block block, float[] offsets, Scratch scratch) {
        float[][] registers = scratch.registers(6);
        float[] input = registers[CellShape.INPUT];
        float[] forget = registers[CellShape.FORGET];
        float[] candidate = registers[CellShape.CANDIDATE];
        float[] output = registers[CellShape.OUTPUT];
        float[] cell = registers[4];
        float[] state = registers[5];
        float[] offset = scratch.second;
        int n = block.length();
        for (int gate = 0; gate < CellShape.GATES; gate++) {
            argument(block, gate, registers[gate]);
            // HotSpot does not vectorise a loop over places that differ between arrays; a copy costs a tenth.
            System.arraycopy(offsets, offset(block, gate), offset, 0, n);
            if (gate == CellShape.CANDIDATE) {
                VectorMath.add(registers[gate], offset, registers[gate], n);
            } else {
                CellMath.halfSum(registers[gate], offset, registers[gate], n);
            }
            VectorMath.tangent(registers[gate], registers[gate], scratch.first, n);
            if (gate != CellShape.CANDIDATE) {
                CellMath.logisticOfTangent(registers[gate], registers[gate], n);
            }
        }
        if (block.step() == 0) {
            VectorMath.multiply(input, candidate, cell, n);
        } else {
            memories.cells().read(block.place(block.step() - 1), cell, 0, n);
            CellMath.cell(forget, cell, input, candidate, cell, n);
        }
        VectorMath.tangent(cell, state, scratch.first, n);
        memories.cells().write(block.place(block.step()), cell, 0, n);
        if (memories.squashed() != null) {
            memories.squashed().write(block.place(block.step()), state, 0, n);
            for (int gate = 0; gate < CellShape.GATES; gate++) {
                memories.gates().write(block.gate(gate), registers[gate], 0, n);
            }
        }
        VectorMath.multiply(state, output, state, n);
        store(block, state);
    }

    /** A gate's arguments without the offsets. */
    private void argument(Block block, int gate, float[] target) {
        if (block.step() == 0 && memories.constant() != null) {
            Arrays.fill(target, 0, block.length(), 0f);
        } else {
            block.readRows(memories.gates(), gate, target);
        }
    }

    private int offset(Block block, int gate) {
        if (memories.constant() == null) {
            return gate * shape.examplesAtOnce() * shape.units() + block.unit();
        }
        return (block.example() * CellShape.GATES + gate * block.examples()) * shape.units() + block.unit();
    }

    private void store(Block block, float[] state) {
        int n = block.length();
        boolean atEnd = block.step() == shape.time() - 1;
        if (!atEnd) {
            memories.previous().write(block.place(block.step() + 1), state, 0, n);
        }
        if (memories.states() != null) {
            memories.states().write(block.place(block.step()), state, 0, n);
        }
        if (memories.last() != null && atEnd) {
            memories.last().write(block.placeInBatch(), state, 0, n);
        }
    }
}
