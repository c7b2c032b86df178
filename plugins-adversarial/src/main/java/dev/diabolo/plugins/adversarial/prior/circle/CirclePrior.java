package dev.diabolo.plugins.adversarial.prior.circle;

import dev.diabolo.plugins.adversarial.prior.Plane;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.stream.IntStream;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link CirclePriorProvider}. */
record CirclePrior(CirclePriorOptions options) implements Prior {
    @Override
    public void requireSupported(TensorSpec code) {
        Plane.require("normal distributions on a circle", code);
    }

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        int components = options.components();
        double[] directions = new double[2 * components];
        double[] normals = new double[2 * components];
        for (int i = 0; i < components; i++) {
            double angle = 2 * Math.PI * i / components;
            directions[i] = Math.cos(angle);
            directions[components + i] = Math.sin(angle);
            normals[i] = -Math.sin(angle);
            normals[components + i] = Math.cos(angle);
        }
        SDVariable values = code.flat().variable();
        SDVariable along = values.mmul(scope.constant(directions, 2, components))
                .sub(options.radius())
                .div(options.along());
        SDVariable across = values.mmul(scope.constant(normals, 2, components)).div(options.across());
        double constant = Math.log(2 * Math.PI * options.along() * options.across() * components);
        SDVariable exponents = along.mul(along).add(across.mul(across)).mul(-0.5);
        return Plane.logSumExp(exponents).sub(constant);
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        return codeOf(scope, drawn(scope)).as(model.code());
    }

    @Override
    public Tensor sampleOf(GraphScope scope, Model model, Tensor classes) {
        int count = classes.spec().size();
        if (count != options.components()) {
            throw DiaboloException.user(
                    "prior.other-classes",
                    Problem.of("this prior has " + options.components() + " components, and the data have " + count
                                    + " classes")
                            .at("prior.components")
                            .remedy("set it to the number of classes"));
        }
        double[] numbers = IntStream.range(0, count).asDoubleStream().toArray();
        SDVariable given = classes.variable().mmul(scope.constant(numbers, count, 1));
        SDVariable unknown = classes.variable().sum(true, 1).rsub(1);
        return codeOf(scope, given.add(drawn(scope).mul(unknown))).as(model.code());
    }

    /** A component for each example, all alike; shape {@code [batch, 1]}. */
    private SDVariable drawn(GraphScope scope) {
        SDVariable uniform =
                scope.noise("component", NoiseKind.UNIFORM, TensorSpec.of(1)).variable();
        return scope.graph().math().floor(uniform.mul(options.components()));
    }

    /**
     * A code of the component, which is the class, of each example.
     *
     * @param component whole numbers in [0, components), shape {@code [batch, 1]}
     * @return shape {@code [batch, 2]}
     */
    private Tensor codeOf(GraphScope scope, SDVariable component) {
        var math = scope.graph().math();
        SDVariable angle = component.mul(2 * Math.PI / options.components());
        SDVariable cosine = math.cos(angle);
        SDVariable sine = math.sin(angle);
        SDVariable along = scope.noise("along", NoiseKind.STANDARD_NORMAL, TensorSpec.of(1))
                .variable()
                .mul(options.along())
                .add(options.radius());
        SDVariable across = scope.noise("across", NoiseKind.STANDARD_NORMAL, TensorSpec.of(1))
                .variable()
                .mul(options.across());
        SDVariable x = along.mul(cosine).sub(across.mul(sine));
        SDVariable y = along.mul(sine).add(across.mul(cosine));
        return new Tensor(scope.graph().concat(1, x, y), TensorSpec.of(2));
    }
}
