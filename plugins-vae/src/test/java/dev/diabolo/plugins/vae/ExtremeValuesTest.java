package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.engine.GraphProbe;
import dev.diabolo.engine.GraphProbe.Output;
import dev.diabolo.engine.GraphProbe.Precision;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Posterior;
import dev.diabolo.spi.PosteriorProvider;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.PriorProvider;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;

/** No posterior and no prior of the module gives infinity or NaN, in values or gradients, whatever it is given; in float32. */
class ExtremeValuesTest {
    private static final TensorSpec FEATURES = TensorSpec.of(4);
    private static final int ROWS = 3;

    static Stream<Arguments> posteriors() {
        return ServiceLoader.load(PosteriorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.id().toString().startsWith("vae."))
                .flatMap(provider -> Stream.of(0.0, 1.0, 1e3, -1e3, 1e4)
                        .map(size -> Arguments.of(provider.id().toString(), size, provider)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("posteriors")
    void aPosteriorOfAnyFeaturesIsFinite(String id, double size, PosteriorProvider<?> provider) {
        Posterior posterior = create(provider);
        try (GraphProbe probe = GraphProbe.of(Precision.SINGLE, true, 1, List.of(FEATURES), (scope, inputs) -> {
            Latent latent = posterior.infer(scope, inputs.get(0));
            Map<String, SDVariable> outputs = new LinkedHashMap<>();
            outputs.put("mode", latent.mode().variable());
            outputs.put("sample", latent.sample().variable());
            outputs.put("sum", latent.sample().flat().variable().sum(1));
            latent.logDensityOfSample().ifPresent(density -> outputs.put("density", density));
            return outputs;
        })) {
            double[] features = values(ROWS * FEATURES.size(), size);
            Map<String, Output> outputs = probe.run(ROWS, List.of(features));
            outputs.forEach((name, output) -> assertFinite(id + ": " + name, output));
            for (String name : List.of("sum", "density")) {
                if (outputs.containsKey(name)) {
                    probe.gradients(name, new double[] {1, 1, 1}, ROWS, List.of(features))
                            .forEach((of, gradient) ->
                                    assertFinite(id + ": gradient of " + name + " to " + of, gradient));
                }
            }
        }
    }

    static Stream<Arguments> priors() {
        return ServiceLoader.load(PriorProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.id().toString().startsWith("vae."))
                .flatMap(provider -> Stream.of(0.0, 1.0, 1e3, -1e4)
                        .map(size -> Arguments.of(provider.id().toString(), size, provider)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("priors")
    void aPriorOfAnyCodesIsFinite(String id, double size, PriorProvider<?> provider) {
        Prior prior = create(provider);
        TensorSpec code = Stream.of(TensorSpec.of(28), TensorSpec.of(20, 10))
                .filter(spec -> accepts(prior, spec))
                .findFirst()
                .orElseThrow();
        try (GraphProbe probe = GraphProbe.of(
                Precision.SINGLE,
                true,
                1,
                List.of(code),
                (scope, inputs) -> Map.of("density", prior.logDensity(scope, new Around(code), inputs.get(0))))) {
            double[] codes = values(ROWS * code.size(), size);
            assertFinite(id, probe.run(ROWS, List.of(codes)).get("density"));
            probe.gradients("density", new double[] {1, 1, 1}, ROWS, List.of(codes))
                    .forEach((of, gradient) -> assertFinite(id + ": gradient to " + of, gradient));
        }
    }

    private static boolean accepts(Prior prior, TensorSpec code) {
        try {
            prior.requireSupported(code);
            return true;
        } catch (DiaboloException refusal) {
            return false;
        }
    }

    private static void assertFinite(String what, Output output) {
        assertThat(Arrays.stream(output.values()).filter(value -> !Double.isFinite(value)))
                .as(what)
                .isEmpty();
    }

    /** Alternating signs, and rows that differ. */
    private static double[] values(int count, double size) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = size * (i % 2 == 0 ? 1 : -1) * (1 - 0.01 * i);
        }
        return values;
    }

    private static Posterior create(PosteriorProvider<?> provider) {
        return created(provider);
    }

    private static <O extends Record> Posterior created(PosteriorProvider<O> provider) {
        return provider.create(provider.optionsType()
                .cast(OptionSchema.of(provider.optionsType()).read(Map.of())));
    }

    private static Prior create(PriorProvider<?> provider) {
        return created(provider);
    }

    private static <O extends Record> Prior created(PriorProvider<O> provider) {
        return provider.create(provider.optionsType()
                .cast(OptionSchema.of(provider.optionsType()).read(Map.of())));
    }

    /** The model's code of a pseudo-input is a normal distribution around its first values. */
    private record Around(TensorSpec code) implements Prior.Model {
        @Override
        public TensorSpec data() {
            return code;
        }

        @Override
        public Latent infer(Tensor input) {
            Tensor zeros = input.with(input.variable().mul(0));
            return new Latent.Gaussian(input, zeros, input);
        }
    }
}
