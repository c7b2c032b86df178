package dev.diabolo.engine.compute;

/** The element-wise parts of a memory cell, in loops that HotSpot turns into vector instructions (see {@link VectorMath}). */
final class CellMath {
    private CellMath() {}

    /** (z + b) / 2. */
    static void halfSum(float[] z, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = 0.5f * (z[i] + b[i]);
        }
    }

    /** The logistic function of 2 a, from t = tanh(a): off by less than 2e-7, which is enough for a gate. */
    static void logisticOfTangent(float[] t, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = 0.5f * t[i] + 0.5f;
        }
    }

    /** f c + i g. */
    static void cell(float[] f, float[] c, float[] i, float[] g, float[] out, int n) {
        for (int k = 0; k < n; k++) {
            out[k] = f[k] * c[k] + i[k] * g[k];
        }
    }

    /** The cell's gradient: what comes from the next step, and through the state o t from this one, with t = tanh(c). */
    static void cellGradient(float[] next, float[] dh, float[] o, float[] t, float[] out, int n) {
        for (int k = 0; k < n; k++) {
            out[k] = next[k] + dh[k] * o[k] * (1f - t[k] * t[k]);
        }
    }

    /** d a s (1 - s): the gradient of a gate's argument, from its value s and what the gate multiplies. */
    static void gateGradient(float[] d, float[] a, float[] s, float[] out, int n) {
        for (int k = 0; k < n; k++) {
            out[k] = d[k] * a[k] * (s[k] * (1f - s[k]));
        }
    }

    /** d i (1 - g^2): the gradient of the candidate's argument, from its value g. */
    static void candidateGradient(float[] d, float[] i, float[] g, float[] out, int n) {
        for (int k = 0; k < n; k++) {
            out[k] = d[k] * i[k] * (1f - g[k] * g[k]);
        }
    }
}
