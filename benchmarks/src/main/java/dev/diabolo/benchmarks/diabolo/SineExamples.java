package dev.diabolo.benchmarks.diabolo;

import dev.diabolo.benchmarks.measure.WorkloadData;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.graph.TensorSpec;

/**
 * The sine waves of W4, turned from step by step to Diabolo's order, feature by feature.
 *
 * <p><b>Shapes:</b> {@code [8, 50]}.
 */
final class SineExamples implements Examples {
    private static final TensorSpec SPEC = TensorSpec.of(WorkloadData.FEATURES, WorkloadData.TIME);

    private final float[][] stepByStep = WorkloadData.sequences();

    @Override
    public TensorSpec spec() {
        return SPEC;
    }

    @Override
    public int size() {
        return stepByStep.length;
    }

    @Override
    public void read(int index, float[] target, int offset) {
        for (int feature = 0; feature < WorkloadData.FEATURES; feature++) {
            for (int step = 0; step < WorkloadData.TIME; step++) {
                target[offset + feature * WorkloadData.TIME + step] =
                        stepByStep[index][step * WorkloadData.FEATURES + feature];
            }
        }
    }
}
