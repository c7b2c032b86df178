package dev.diabolo.engine.compute;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * The gradients of the gates' arguments of a long short-term memory, from the last step to the first; the gradients of weights
 * and input are matrix products of these. Each piece takes its examples through all steps.
 */
public final class LstmBackward implements Kernel {
    /** OpenBLAS has kernels for products with a transposed matrix of at most this many multiplications; twice as fast. */
    private static final int SMALL = 64 * 64 * 64;

    /** Thinner products are slower than those of all rows. */
    private static final int LEAST_EXAMPLES = 8;

    private final CellShape shape;
    private final Memories memories;
    private final FloatPointer recurrent;
    private final int examplesInACall;
    private final FloatPointer[][][] gates;
    private final FloatPointer[][] carried;

    /**
     * The layer's arrays, as {@link LstmForward} left them, and those of the gradient.
     *
     * @param gates by steps, {@code [n time, 4 units]}: at first the gates' values; in the end the gradients of their
     *     arguments, row by row
     * @param states the gradient of the states, by steps, where there is one
     * @param last the gradient of the last states, {@code [n, units]}, where there is one
     * @param carriedState working memory, {@code [n, units]}
     * @param carriedCell working memory, {@code [n, units]}
     */
    public record Memories(
            FloatMemory recurrent,
            FloatMemory gates,
            FloatMemory cells,
            FloatMemory squashed,
            @Nullable FloatMemory states,
            @Nullable FloatMemory last,
            FloatMemory carriedState,
            FloatMemory carriedCell) {}

    public LstmBackward(CellShape shape, Memories memories) {
        this.shape = shape;
        this.memories = memories;
        this.recurrent = memories.recurrent().at(0);
        int columns = CellShape.GATES * shape.units();
        int fitting = SMALL / (columns * shape.units());
        this.examplesInACall = fitting < LEAST_EXAMPLES ? Integer.MAX_VALUE : fitting;
        this.gates = new FloatPointer[shape.pieces()][shape.time()][];
        this.carried = new FloatPointer[shape.pieces()][];
        for (int piece = 0; piece < shape.pieces(); piece++) {
            carried[piece] = calls(memories.carriedState(), shape.first(piece), piece, shape.units());
            for (int step = 0; step < shape.time(); step++) {
                gates[piece][step] = calls(memories.gates(), shape.row(piece, step), piece, columns);
            }
        }
    }

    /** Where each call's rows begin. */
    private FloatPointer[] calls(FloatMemory memory, int row, int piece, int width) {
        int calls = (shape.examples(piece) - 1) / examplesInACall + 1;
        FloatPointer[] pointers = new FloatPointer[calls];
        for (int call = 0; call < calls; call++) {
            pointers[call] = memory.at((long) (row + call * examplesInACall) * width);
        }
        return pointers;
    }

    @Override
    public int pieces() {
        return shape.pieces();
    }

    @Override
    public void run(int piece, Scratch scratch) {
        for (int step = shape.time() - 1; step >= 0; step--) {
            if (step < shape.time() - 1) {
                carryState(piece, step + 1);
            }
            for (int example = 0; example < shape.examples(piece); example += shape.examplesAtOnce()) {
                for (int unit = 0; unit < shape.units(); unit += shape.unitsAtOnce()) {
                    gradients(new Block(shape, piece, step, example, unit), scratch);
                }
            }
        }
    }

    private void carryState(int piece, int from) {
        int columns = CellShape.GATES * shape.units();
        for (int call = 0; call < carried[piece].length; call++) {
            int first = call * examplesInACall;
            cblas_sgemm(
                    CblasRowMajor,
                    CblasNoTrans,
                    CblasTrans,
                    Math.min(examplesInACall, shape.examples(piece) - first),
                    shape.units(),
                    columns,
                    1f,
                    gates[piece][from][call],
                    columns,
                    recurrent,
                    columns,
                    0f,
                    carried[piece][call],
                    shape.units());
        }
    }

    private void gradients(Block block, Scratch scratch) {
        float[][] registers = scratch.registers(9);
        float[] input = registers[CellShape.INPUT];
        float[] forget = registers[CellShape.FORGET];
        float[] candidate = registers[CellShape.CANDIDATE];
        float[] output = registers[CellShape.OUTPUT];
        float[] dState = registers[4];
        float[] dCell = registers[5];
        float[] squashed = registers[6];
        float[] before = registers[7];
        float[] result = registers[8];
        int n = block.length();
        for (int gate = 0; gate < CellShape.GATES; gate++) {
            memories.gates().read(block.gate(gate), registers[gate], 0, n);
        }
        memories.squashed().read(block.place(block.step()), squashed, 0, n);
        stateGradient(block, dState, result);
        carriedCell(block, before);
        CellMath.cellGradient(before, dState, output, squashed, dCell, n);
        CellMath.gateGradient(dState, squashed, output, result, n);
        block.writeRows(memories.gates(), CellShape.OUTPUT, result);
        CellMath.candidateGradient(dCell, input, candidate, result, n);
        block.writeRows(memories.gates(), CellShape.CANDIDATE, result);
        CellMath.gateGradient(dCell, candidate, input, result, n);
        block.writeRows(memories.gates(), CellShape.INPUT, result);
        if (block.step() > 0) {
            VectorMath.multiply(dCell, forget, result, n);
            memories.carriedCell().write(block.placeInBatch(), result, 0, n);
            memories.cells().read(block.place(block.step() - 1), before, 0, n);
            CellMath.gateGradient(dCell, before, forget, result, n);
        } else {
            Arrays.fill(result, 0, n, 0f);
        }
        block.writeRows(memories.gates(), CellShape.FORGET, result);
    }

    private void stateGradient(Block block, float[] target, float[] part) {
        int n = block.length();
        boolean atEnd = block.step() == shape.time() - 1;
        if (memories.states() == null) {
            Arrays.fill(target, 0, n, 0f);
        } else {
            memories.states().read(block.place(block.step()), target, 0, n);
        }
        if (!atEnd) {
            memories.carriedState().read(block.placeInBatch(), part, 0, n);
            VectorMath.add(target, part, target, n);
        } else if (memories.last() != null) {
            memories.last().read(block.placeInBatch(), part, 0, n);
            VectorMath.add(target, part, target, n);
        }
    }

    private void carriedCell(Block block, float[] target) {
        if (block.step() == shape.time() - 1) {
            Arrays.fill(target, 0, block.length(), 0f);
        } else {
            memories.carriedCell().read(block.placeInBatch(), target, 0, block.length());
        }
    }
}
