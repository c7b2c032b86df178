package dev.diabolo.plugins.adversarial.prior.swissroll;

import dev.diabolo.plugins.adversarial.prior.Plane;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link SwissRollPriorProvider}. */
record SwissRollPrior(SwissRollPriorOptions options) implements Prior {
    /** Points of the integral in one deviation, where the spiral is longest. */
    private static final double DENSITY = 2;

    private static final double TINY = 1e-12;

    @Override
    public void requireSupported(TensorSpec code) {
        Plane.require("Swiss rolls", code);
    }

    private double angle() {
        return 2 * Math.PI * options.turns();
    }

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        double steepest = options.radius() * Math.hypot(1, angle());
        int points = (int) Math.ceil(DENSITY * steepest / options.deviation()) + 1;
        double[] x = new double[points];
        double[] y = new double[points];
        double[] logWeights = new double[points];
        for (int i = 0; i < points; i++) {
            double s = (i + 0.5) / points;
            x[i] = options.radius() * s * Math.cos(angle() * s);
            y[i] = options.radius() * s * Math.sin(angle() * s);
            logWeights[i] = Math.log(2 * s / points);
        }
        SDVariable both = code.flat().variable();
        SDVariable dx = column(scope, both, 1, 0).sub(scope.constant(x, 1, points));
        SDVariable dy = column(scope, both, 0, 1).sub(scope.constant(y, 1, points));
        double variance = options.deviation() * options.deviation();
        SDVariable exponents =
                dx.mul(dx).add(dy.mul(dy)).mul(-0.5 / variance).add(scope.constant(logWeights, 1, points));
        return Plane.logSumExp(exponents).sub(Math.log(2 * Math.PI * variance));
    }

    /** One of the two numbers of each code, as a column. */
    private static SDVariable column(GraphScope scope, SDVariable codes, double first, double second) {
        return codes.mmul(scope.constant(new double[] {first, second}, 2, 1));
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        var math = scope.graph().math();
        SDVariable uniform =
                scope.noise("place", NoiseKind.UNIFORM, TensorSpec.of(1)).variable();
        SDVariable place = math.exp(math.log(uniform.add(TINY)).mul(0.5));
        SDVariable radius = place.mul(options.radius());
        SDVariable turned = place.mul(angle());
        SDVariable spiral = scope.graph().concat(1, radius.mul(math.cos(turned)), radius.mul(math.sin(turned)));
        SDVariable noise = scope.noise("noise", NoiseKind.STANDARD_NORMAL, TensorSpec.of(2))
                .variable()
                .mul(options.deviation());
        return new Tensor(spiral.add(noise), TensorSpec.of(2)).as(model.code());
    }
}
