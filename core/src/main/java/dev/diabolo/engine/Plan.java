package dev.diabolo.engine;

import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A graph compiled for one batch shape: operations in order, each bound to fixed arrays. Running it allocates nothing. Owns
 * its arrays until closed; for one thread at a time.
 */
final class Plan implements AutoCloseable {
    private final List<Instruction> instructions;
    private final Map<String, INDArray> outputs;
    private final List<INDArray> owned;

    Plan(List<Instruction> instructions, Map<String, INDArray> outputs, List<INDArray> owned) {
        this.instructions = List.copyOf(instructions);
        this.outputs = Map.copyOf(outputs);
        this.owned = List.copyOf(owned);
    }

    /** Computes every output from what the bound arrays now hold. */
    void run() {
        Backend.confineToCallingThread();
        for (Instruction instruction : instructions) {
            instruction.run();
        }
    }

    /** An output's array; its values are those of the last run. */
    INDArray output(String variable) {
        INDArray array = outputs.get(variable);
        if (array == null) {
            throw new IllegalArgumentException("the plan does not compute " + variable);
        }
        return array;
    }

    int size() {
        return instructions.size();
    }

    @Override
    public void close() {
        instructions.forEach(Instruction::close);
        for (INDArray array : owned) {
            if (array.closeable() && !array.wasClosed()) {
                array.close();
            }
        }
    }
}
