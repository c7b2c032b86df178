package dev.diabolo.plugins.vae.likelihood.student;

import dev.diabolo.plugins.vae.likelihood.counts.LogGamma;
import dev.diabolo.plugins.vae.likelihood.scale.LocationScaleLikelihood;
import dev.diabolo.spi.graph.GraphScope;
import org.nd4j.autodiff.samediff.SDVariable;

/** The standard density of the t distribution. */
record StudentDensity(double degrees) implements LocationScaleLikelihood.Density {
    @Override
    public SDVariable negativeLog(GraphScope scope, SDVariable standardised) {
        // log Gamma(v/2 + 1/2) - log Gamma(v/2), as a difference that keeps its digits for many degrees.
        double normaliser = 0.5 * Math.log(degrees * Math.PI) - LogGamma.increase(degrees / 2, 0.5);
        SDVariable squares = standardised.mul(standardised).mul(1 / degrees);
        return scope.graph().math().log1p(squares).mul((degrees + 1) / 2).add(normaliser);
    }
}
