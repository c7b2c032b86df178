package dev.diabolo.engine.compute;

/**
 * Functions of the first n values of arrays. Each loop is small on purpose: HotSpot turns loops of a few operations into
 * vector instructions and leaves longer ones, and those that look at bits, as they are (docs/performance.md has the figures).
 * An output may be one of the inputs where its Javadoc does not say otherwise.
 */
final class VectorMath {
    private static final float LOG2_E = 1.44269504f;

    /** Adding and subtracting this rounds a float to a whole number. */
    private static final float ROUND = 0x1.8p23f;

    /** ln 2 in two parts, of which the first has few bits, so that small multiples of it are exact. */
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.12194440e-4f;

    private VectorMath() {}

    static void add(float[] a, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + b[i];
        }
    }

    static void subtract(float[] a, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] - b[i];
        }
    }

    static void multiply(float[] a, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * b[i];
        }
    }

    static void divide(float[] a, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / b[i];
        }
    }

    static void maximum(float[] a, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    static void minimum(float[] a, float[] b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }

    static void add(float[] a, float c, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] + c;
        }
    }

    static void multiply(float[] a, float c, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * c;
        }
    }

    static void divide(float[] a, float c, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] / c;
        }
    }

    static void subtractFrom(float c, float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = c - a[i];
        }
    }

    static void divideInto(float c, float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = c / a[i];
        }
    }

    static void maximum(float[] a, float c, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(a[i], c);
        }
    }

    static void minimum(float[] a, float c, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.min(a[i], c);
        }
    }

    static void atLeast(float[] a, float c, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] >= c ? 1 : 0;
        }
    }

    static void negate(float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = -a[i];
        }
    }

    static void absolute(float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.abs(a[i]);
        }
    }

    /** 1, 0 or -1. The factor lifts even the smallest number above 1. */
    static void sign(float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(-1f, Math.min(1f, a[i] * 0x1p127f * 0x1p24f));
        }
    }

    static void squareRoot(float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = (float) Math.sqrt(a[i]);
        }
    }

    static void logarithm(float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = (float) Math.log(a[i]);
        }
    }

    static void logarithmOfOnePlus(float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = (float) Math.log1p(a[i]);
        }
    }

    /** g where a is positive, else 0: the gradient of max(a, 0). */
    static void gate(float[] a, float[] g, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = g[i] * Math.max(0f, Math.min(1f, a[i] * 0x1p127f * 0x1p24f));
        }
    }

    /**
     * The exponential function, by Cody and Waite's reduction and Cephes' polynomial; relative error below 2e-7. Infinite
     * from 88.37 on, and 1e-38 instead of less.
     *
     * @param out not a
     */
    static void exponential(float[] a, float[] out, Scratch scratch, int n) {
        finiteExponential(a, out, scratch, n);
        for (int i = 0; i < n; i++) {
            out[i] = out[i] * Math.max(1f, (a[i] - 88.37f) * 0x1p127f);
        }
    }

    private static void finiteExponential(float[] a, float[] out, Scratch scratch, int n) {
        float[] clamped = scratch.first;
        float[] rounded = scratch.second;
        clamp(a, -87.3f, 88.37f, clamped, n);
        round(clamped, rounded, n);
        remainders(clamped, rounded, clamped, n);
        exponentialNearZero(clamped, out, n);
        scratch.powersOfTwo(rounded, n);
        multiply(out, rounded, out, n);
    }

    private static void clamp(float[] a, float low, float high, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = Math.max(low, Math.min(high, a[i]));
        }
    }

    /** The nearest multiple of ln 2, as a whole number in the low bits of a float's mantissa. */
    private static void round(float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = a[i] * LOG2_E + ROUND;
        }
    }

    private static void remainders(float[] a, float[] rounded, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            float whole = rounded[i] - ROUND;
            out[i] = (a[i] - whole * LN2_HIGH) - whole * LN2_LOW;
        }
    }

    private static void exponentialNearZero(float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            float r = a[i];
            float p = ((((1.9875691500e-4f * r + 1.3981999507e-3f) * r + 8.3334519073e-3f) * r + 4.1665795894e-2f) * r
                            + 1.6666665459e-1f)
                    * r;
            out[i] = (p + 5.0000001201e-1f) * r * r + r + 1f;
        }
    }

    /** log(1 + a) for a in [0, 1], by the series of the area hyperbolic tangent; relative error below 2e-7. */
    static void logarithmOfOnePlusFraction(float[] a, float[] out, float[] scratch, int n) {
        for (int i = 0; i < n; i++) {
            scratch[i] = a[i] / (2f + a[i]);
        }
        areaTangentSeries(scratch, out, n);
    }

    private static void areaTangentSeries(float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            float t = a[i];
            float s = t * t;
            float p = ((((s * 0.1538461538f + 0.1818181818f) * s + 0.2222222222f) * s + 0.2857142857f) * s + 0.4f) * s;
            out[i] = t * ((p + 0.6666666667f) * s + 2f);
        }
    }

    /** The hyperbolic tangent, as the quotient of two polynomials that Eigen uses; absolute error below 3e-7. */
    static void tangent(float[] a, float[] out, float[] scratch, int n) {
        clamp(a, -9f, 9f, scratch, n);
        tangentNumerator(scratch, out, n);
        tangentQuotient(scratch, out, n);
    }

    private static void tangentNumerator(float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            float v = a[i];
            float s = v * v;
            float p = (((-2.76076847742355e-16f * s + 2.00018790482477e-13f) * s - 8.60467152213735e-11f) * s
                            + 5.12229709037114e-08f)
                    * s;
            out[i] = (((p + 1.48572235717979e-05f) * s + 6.37261928875436e-04f) * s + 4.89352455891786e-03f) * v;
        }
    }

    private static void tangentQuotient(float[] a, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            float s = a[i] * a[i];
            float q = ((1.19825839466702e-06f * s + 1.18534705686654e-04f) * s + 2.26843463243900e-03f) * s
                    + 4.89352518554385e-03f;
            out[i] = out[i] / q;
        }
    }

    /**
     * The logistic function, {@code 1 / (1 + exp(-a))}; relative error below 3e-7 for small results too.
     *
     * @param out not a
     */
    static void logistic(float[] a, float[] out, Scratch scratch, int n) {
        negate(a, scratch.third, n);
        finiteExponential(scratch.third, out, scratch, n);
        for (int i = 0; i < n; i++) {
            out[i] = 1f / (1f + out[i]);
        }
    }

    /** g y (1 - y): the gradient of the logistic function, from its value y. */
    static void logisticGradient(float[] y, float[] g, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = g[i] * y[i] * (1f - y[i]);
        }
    }

    /** g (1 - y^2): the gradient of the hyperbolic tangent, from its value y. */
    static void tangentGradient(float[] y, float[] g, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = g[i] * (1f - y[i] * y[i]);
        }
    }

    /** The sum, in eight strands. */
    static float sum(float[] a, int from, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int i = from;
        int end = from + n;
        for (; i + 8 <= end; i += 8) {
            s0 += a[i];
            s1 += a[i + 1];
            s2 += a[i + 2];
            s3 += a[i + 3];
            s4 += a[i + 4];
            s5 += a[i + 5];
            s6 += a[i + 6];
            s7 += a[i + 7];
        }
        for (; i < end; i++) {
            s0 += a[i];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }
}
