package dev.diabolo.plugins.adversarial.prior.samples;

import dev.diabolo.plugins.adversarial.prior.Plane;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link SamplesPriorProvider}. */
record SamplesPrior(SamplesPriorOptions options) implements Prior {
    private int count() {
        return options.rows().size() / options.width();
    }

    @Override
    public void requireSupported(TensorSpec code) {
        if (options.width() == 0) {
            throw DiaboloException.user(
                    "prior.no-samples",
                    Problem.of("this prior draws from the rows of a file, and none is named for codes of shape " + code)
                            .at("prior.file")
                            .remedy("set prior.file=codes.npy"));
        }
        if (code.size() != options.width()) {
            throw DiaboloException.user(
                    "prior.wrong-width",
                    Problem.of("the samples have " + options.width() + " numbers in a row, and codes have the shape "
                                    + code)
                            .at("prior.file")
                            .remedy("set latent=" + options.width() + ", or name another file"));
        }
    }

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        if (options.deviation() == 0) {
            throw DiaboloException.user(
                    "prior.no-density",
                    Problem.of("rows of a file have no density")
                            .at("prior.deviation")
                            .remedy(
                                    "set prior.deviation above 0, or choose a loss that only draws from the prior, such as"
                                            + " adversarial.aae"));
        }
        int width = options.width();
        long values = (long) count() * width;
        SDVariable each = scope.graph().tile(code.flat().variable(), 1, count());
        SDVariable difference = each.sub(samples(scope).reshape(1, values));
        double variance = options.deviation() * options.deviation();
        SDVariable exponents = difference
                .mul(difference)
                .reshape(-1, width)
                .sum(1)
                .reshape(-1, count())
                .mul(-0.5 / variance);
        return Plane.logSumExp(exponents).sub(Math.log(count()) + 0.5 * width * Math.log(2 * Math.PI * variance));
    }

    @Override
    public Tensor sample(GraphScope scope, Model model) {
        SDVariable uniform =
                scope.noise("row", NoiseKind.UNIFORM, TensorSpec.of(1)).variable();
        SDVariable number = scope.graph().math().floor(uniform.mul(count()));
        double[] numbers = new double[count()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i;
        }
        SDVariable distance = scope.graph().math().abs(number.sub(scope.constant(numbers, 1, numbers.length)));
        SDVariable chosen = scope.graph().nn().relu(distance.rsub(1), 0);
        Tensor rows = new Tensor(chosen.mmul(samples(scope)), TensorSpec.of(options.width()));
        if (options.deviation() > 0) {
            Tensor noise = scope.noise("noise", NoiseKind.STANDARD_NORMAL, rows.spec());
            rows = rows.with(rows.variable().add(noise.variable().mul(options.deviation())));
        }
        return rows.as(model.code());
    }

    private SDVariable samples(GraphScope scope) {
        double[] values =
                options.rows().stream().mapToDouble(Double::doubleValue).toArray();
        return scope.constant(values, count(), options.width());
    }
}
