package dev.diabolo.engine;

import java.util.List;
import org.nd4j.autodiff.functions.DifferentialFunction;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * An operation of a graph for arrays of known shapes.
 *
 * @param inputs an array for each input name, in the shape that the operation sees
 * @param results an array for each output name
 * @param replay runs it as ND4J does, on these arrays
 */
record Traced(
        DifferentialFunction function,
        List<String> inputNames,
        INDArray[] inputs,
        List<String> outputNames,
        INDArray[] results,
        Instruction replay) {}
