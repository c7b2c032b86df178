package dev.diabolo.benchmarks.kernels;

import dev.diabolo.engine.Backend;
import dev.diabolo.engine.compute.FloatMemory;
import dev.diabolo.engine.compute.Kernel;
import dev.diabolo.engine.compute.Scratch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Native arrays for kernels, with numbers in them, and the kernel on one thread. Keeps the arrays from being freed. */
final class Arrays32 {
    private final List<INDArray> arrays = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);
    private final Scratch scratch = new Scratch();

    Arrays32() {
        Backend.load();
    }

    /** Numbers in [-1, 1): what is denormal, infinite or too regular may cost another time. */
    FloatMemory random(int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) (2 * random.nextDouble() - 1);
        }
        INDArray array = Nd4j.createFromArray(values);
        arrays.add(array);
        return FloatMemory.of(array);
    }

    /** All pieces of a kernel, one after the other. */
    void run(Kernel kernel) {
        for (int piece = 0; piece < kernel.pieces(); piece++) {
            kernel.run(piece, scratch);
        }
    }
}
