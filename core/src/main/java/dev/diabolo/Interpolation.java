package dev.diabolo;

/** A way from one code to another. */
public enum Interpolation {
    /** The straight line: {@code (1 - t) a + t b}. */
    LINEAR {
        @Override
        float[] between(float[] from, float[] to, double share) {
            return weighted(from, 1 - share, to, share);
        }
    },

    /**
     * The arc around the origin: {@code (sin((1 - t) w) a + sin(t w) b) / sin w} with w the angle between both. Its codes are about
     * as long as both ends, as codes of a normal prior are, where the line passes nearer to the origin. The straight line where
     * both point the same way, or one is 0; opposite ones have no arc of their own, and take the line too.
     *
     * <p><b>Source:</b> Shoemake 1985; for generative models, White 2016.
     */
    SPHERICAL {
        @Override
        float[] between(float[] from, float[] to, double share) {
            double lengths = Math.sqrt(product(from, from) * product(to, to));
            if (lengths == 0) {
                return LINEAR.between(from, to, share);
            }
            double angle = Math.acos(Math.max(-1, Math.min(1, product(from, to) / lengths)));
            double sine = Math.sin(angle);
            if (sine < FLAT) {
                return LINEAR.between(from, to, share);
            }
            return weighted(from, Math.sin((1 - share) * angle) / sine, to, Math.sin(share * angle) / sine);
        }
    };

    /** Below it an arc cannot be told from the line in float32. */
    private static final double FLAT = 1e-4;

    /**
     * A code on the way.
     *
     * @param share 0 at the beginning, 1 at the end
     */
    abstract float[] between(float[] from, float[] to, double share);

    private static double product(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    private static float[] weighted(float[] a, double ofA, float[] b, double ofB) {
        float[] sum = new float[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (ofA * a[i] + ofB * b[i]);
        }
        return sum;
    }
}
