package dev.diabolo;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;

/** Walks through the codes of a model. */
final class Walks {
    private final Autoencoder model;
    private final boolean discrete;

    /**
     * @param discrete whether there is nothing between codes
     */
    Walks(Autoencoder model, boolean discrete) {
        this.model = model;
        this.discrete = discrete;
    }

    Walk between(float[] from, float[] to, int steps, Interpolation way) {
        requireContinuous("interpolated");
        requireSteps(steps);
        float[][] ends = model.encode(new float[][] {from, to});
        float[][] codes = new float[steps][];
        for (int i = 0; i < steps; i++) {
            codes[i] = way.between(ends[0], ends[1], i / (steps - 1.0));
        }
        return new Walk(codes, model.decode(codes));
    }

    Walk along(float[] code, int dimension, double from, double to, int steps) {
        requireContinuous("traversed");
        requireSteps(steps);
        int size = model.codeSpec().size();
        if (dimension < 0 || dimension >= size) {
            throw DiaboloException.user(
                    "code.no-such-dimension",
                    Problem.of("the code has no dimension " + dimension).allowed("0 to " + (size - 1)));
        }
        float[][] codes = new float[steps][];
        for (int i = 0; i < steps; i++) {
            codes[i] = code.clone();
            codes[i][dimension] = (float) (from + (to - from) * i / (steps - 1));
        }
        return new Walk(codes, model.decode(codes));
    }

    void requireContinuous(String what) {
        if (discrete) {
            throw DiaboloException.user(
                    "code.discrete",
                    Problem.of(
                                    "codes of this model cannot be " + what
                                            + ": they are entries of a codebook or categories, and there is nothing between them")
                            .allowed("models with continuous codes")
                            .remedy("decode codes of your own with 'diabolo decode'"));
        }
    }

    private static void requireSteps(int steps) {
        if (steps < 2) {
            throw DiaboloException.user(
                    "walk.steps",
                    Problem.of("a walk of " + steps + (steps == 1 ? " step" : " steps") + " has no two ends")
                            .allowed("2 or more"));
        }
    }
}
