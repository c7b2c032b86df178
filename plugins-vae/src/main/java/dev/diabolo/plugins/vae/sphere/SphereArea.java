package dev.diabolo.plugins.vae.sphere;

/** The area of the unit sphere. */
public final class SphereArea {
    private SphereArea() {}

    /**
     * Its natural logarithm.
     *
     * <p><b>Formula:</b> {@code log 2 + m/2 log pi - log Gamma(m/2)}.
     *
     * @param dimensions m, of the space around the sphere: 3 for the surface of a ball; at least 2
     */
    public static double log(int dimensions) {
        double logGamma = dimensions % 2 == 0 ? 0 : 0.5 * Math.log(Math.PI);
        for (double factor = dimensions / 2.0 - 1; factor > 0; factor--) {
            logGamma += Math.log(factor);
        }
        return Math.log(2) + 0.5 * dimensions * Math.log(Math.PI) - logGamma;
    }
}
