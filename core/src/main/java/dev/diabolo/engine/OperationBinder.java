package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Arrays;
import java.util.List;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.BaseOp;
import org.nd4j.linalg.api.ops.BaseReduceOp;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.RandomOp;
import org.nd4j.linalg.api.ops.ScalarOp;
import org.nd4j.linalg.api.ops.random.BaseRandomOp;
import org.nd4j.linalg.api.shape.LongShapeDescriptor;
import org.nd4j.linalg.api.shape.Shape;

/**
 * Binds operations of ND4J to the arrays that they read, and to arrays of their results.
 *
 * @param results gives these
 */
record OperationBinder(SameDiff graph, Results results) {
    /** Where results go. */
    @FunctionalInterface
    interface Results {
        /** An array in 'c' order for a variable. */
        INDArray allocate(String variable, DataType type, long[] shape);
    }

    /** Whether it gives its input under another name or in another shape. */
    static boolean isAlias(DifferentialFunction function) {
        return function.opName().equals("identity") || function.opName().equals("reshape");
    }

    /** What an operation that {@linkplain #isAlias is an alias} gives. */
    static INDArray alias(DifferentialFunction function, INDArray[] inputs) {
        if (function.opName().equals("identity")) {
            return inputs[0];
        }
        try (OpContext context = context((DynamicCustomOp) function, inputs)) {
            long[] shape = ((DynamicCustomOp) function)
                    .calculateOutputShape(context)
                    .get(0)
                    .getShape();
            return inputs[0].reshape('c', shape);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("ND4J could not release an operation's context", e);
        }
    }

    /**
     * Binds an operation.
     *
     * @throws DiaboloException (PLUGIN) where no plan can have it
     */
    Instruction bind(DifferentialFunction function, INDArray[] inputs, List<String> outputs) {
        if (function instanceof RandomOp || function instanceof BaseRandomOp || isRandom(function.opName())) {
            throw unsupported(function, "draw random values with GraphScope.noise, which follows the run's seed");
        }
        if (function instanceof DynamicCustomOp custom) {
            return bindCustom(custom, inputs, outputs);
        }
        if (function instanceof BaseOp legacy) {
            return bindLegacy(legacy, inputs, outputs.get(0));
        }
        throw unsupported(function, "control flow and tensor lists have no place in a plan; unroll them");
    }

    private static boolean isRandom(String opName) {
        return opName.startsWith("random") || opName.startsWith("dropout") || opName.contains("multinomial");
    }

    private Instruction bindCustom(DynamicCustomOp operation, INDArray[] inputs, List<String> outputs) {
        OpContext context = context(operation, inputs);
        List<LongShapeDescriptor> shapes = operation.calculateOutputShape(context);
        if (shapes.size() != outputs.size()) {
            throw unsupported(operation, "ND4J gives " + shapes.size() + " shapes for " + outputs.size() + " results");
        }
        for (int i = 0; i < shapes.size(); i++) {
            DataType type = graph.getVariable(outputs.get(i)).dataType();
            context.setOutputArray(
                    i, results.allocate(outputs.get(i), type, shapes.get(i).getShape()));
        }
        return new Instruction.Custom(operation, context);
    }

    private static OpContext context(DynamicCustomOp operation, INDArray[] inputs) {
        OpContext context = Backend.executioner().buildContext();
        context.setArgs(inputs, operation.iArgs(), operation.dArgs(), operation.tArgs(), operation.bArgs());
        return context;
    }

    private Instruction bindLegacy(BaseOp operation, INDArray[] inputs, String output) {
        if (operation instanceof BaseReduceOp reduce && reduce.getOpType() != Op.Type.REDUCE3) {
            return bindReduction(reduce, inputs, output);
        }
        if (operation instanceof ScalarOp scalar && inputs.length == 2) {
            scalar.setScalar(inputs[1]);
        }
        OpContext context = Backend.executioner().buildContext();
        context.setInputArray(0, inputs[0]);
        if (inputs.length == 2) {
            context.setInputArray(1, inputs[1]);
        }
        LongShapeDescriptor shape = operation.calculateOutputShape(context).get(0);
        context.setOutputArray(0, results.allocate(output, shape.dataType(), shape.getShape()));
        return new Instruction.Legacy(operation, context);
    }

    private Instruction bindReduction(BaseReduceOp operation, INDArray[] inputs, String output) {
        INDArray input = inputs[0];
        int[] given = inputs.length == 2 ? inputs[1].toIntVector() : operation.getDimensions();
        int[] axes = Shape.normalizeAxis(input.rank(), given);
        operation.setDimensions(axes);
        OpContext context = Backend.executioner().buildContext();
        context.setInputArray(0, input);
        LongShapeDescriptor shape = operation.calculateOutputShape(context).get(0);
        INDArray result = results.allocate(output, shape.dataType(), shape.getShape());
        // ND4J leaves the result of reducing a vector along a dimension of size one as it was; the same values with one
        // more dimension it does reduce.
        boolean skipped = input.isVector() && result.length() == input.length() && input.length() > 1;
        if (!skipped) {
            context.setOutputArray(0, result);
            return new Instruction.Legacy(operation, context);
        }
        context.setInputArray(0, lifted(input));
        context.setOutputArray(0, lifted(result));
        return new Instruction.LiftedReduction(
                operation, context, Arrays.stream(axes).map(axis -> axis + 1).toArray());
    }

    private static INDArray lifted(INDArray array) {
        long[] shape = new long[array.rank() + 1];
        shape[0] = 1;
        System.arraycopy(array.shape(), 0, shape, 1, array.rank());
        return array.reshape('c', shape);
    }

    private static DiaboloException unsupported(DifferentialFunction function, String remedy) {
        return DiaboloException.plugin(
                "graph.unsupported-operation",
                Problem.of("operation '" + function.opName() + "' (" + function.getOwnName() + ") cannot be compiled")
                        .remedy(remedy));
    }
}
