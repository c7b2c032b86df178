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
    private final CellShape shape;
    private final Memories memories;
    private final FloatPointer recurrent;
    private final FloatPointer[][] gates;
    private final FloatPointer[] carried;

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
        this.gates = new FloatPointer[shape.pieces()][shape.time()];
        this.carried = new FloatPointer[shape.pieces()];
        for (int piece = 0; piece < shape.pieces(); piece++) {
            carried[piece] = memories.carriedState().at((long) shape.first(piece) * shape.units());
            for (int step = 0; step < shape.time(); step++) {
                gates[piece][step] =
                        memories.gates().at((long) shape.row(piece, step) * shape.units() * CellShape.GATES);
            }
        }
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
        cblas_sgemm(
                CblasRowMajor,
                CblasNoTrans,
                CblasTrans,
                shape.examples(piece),
                shape.units(),
                columns,
                1f,
                gates[piece][from],
                columns,
                recurrent,
                columns,
                0f,
                carried[piece],
                shape.units());
    }

    private void gradients(Block block, Scratch scratch) {
        float[][] registers = scratch.registers(9);
        float[] input = registers[0];
        float[] forget = registers[1];
        float[] candidate = registers[2];
        float[] output = registers[3];
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
        block.writeRows(memories.gates(), 3, result);
        CellMath.candidateGradient(dCell, input, candidate, result, n);
        block.writeRows(memories.gates(), 2, result);
        CellMath.gateGradient(dCell, candidate, input, result, n);
        block.writeRows(memories.gates(), 0, result);
        if (block.step() > 0) {
            VectorMath.multiply(dCell, forget, result, n);
            memories.carriedCell().write(block.placeInBatch(), result, 0, n);
            memories.cells().read(block.place(block.step() - 1), before, 0, n);
            CellMath.gateGradient(dCell, before, forget, result, n);
        } else {
            Arrays.fill(result, 0, n, 0f);
        }
        block.writeRows(memories.gates(), 1, result);
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
