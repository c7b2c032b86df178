package dev.diabolo.engine;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseReduceOp;
import org.nd4j.linalg.api.ops.CustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;

/** One operation of a plan, bound to its arrays. */
sealed interface Instruction extends AutoCloseable {
    void run();

    @Override
    void close();

    /** An operation of libnd4j's newer kind. */
    record Custom(CustomOp operation, OpContext context) implements Instruction {
        @Override
        public void run() {
            Backend.executioner().exec(operation, context);
        }

        @Override
        public void close() {
            release(context);
        }
    }

    /** An operation of libnd4j's older kind. */
    record Legacy(Op operation, OpContext context) implements Instruction {
        @Override
        public void run() {
            Backend.executioner().exec(operation, context);
        }

        @Override
        public void close() {
            release(context);
        }
    }

    /**
     * A reduction of arrays that have one dimension more than the graph says. The operation is shared by the plans of a
     * graph, so its axes are lent for the call only.
     */
    record LiftedReduction(BaseReduceOp operation, OpContext context, int[] axes) implements Instruction {
        @Override
        public void run() {
            int[] own = operation.getDimensions();
            operation.setDimensions(axes);
            try {
                Backend.executioner().exec(operation, context);
            } finally {
                operation.setDimensions(own);
            }
        }

        @Override
        public void close() {
            release(context);
        }
    }

    /** Copies values, where an output must lie in an array that was given. */
    record Copy(INDArray from, INDArray to) implements Instruction {
        @Override
        public void run() {
            to.assign(from);
        }

        @Override
        public void close() {
            // Arrays belong to the plan.
        }
    }

    /** ND4J's own close does nothing here; this gives back what the context holds of arrays. */
    private static void release(OpContext context) {
        context.purge();
    }
}
