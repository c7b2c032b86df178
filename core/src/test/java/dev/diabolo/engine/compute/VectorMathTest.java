package dev.diabolo.engine.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VectorMathTest {
    private static final int N = Scratch.CHUNK;

    static Stream<Arguments> functionsOfOne() {
        return Stream.of(
                of(ElementFunction.EXPONENTIAL, Math::exp, -86, 88, 3e-7),
                of(ElementFunction.EXPONENTIAL, Math::exp, -1, 1, 3e-7),
                of(ElementFunction.LOGARITHM, Math::log, 1e-6, 1e6, 1e-6),
                of(ElementFunction.LOGARITHM_OF_ONE_PLUS, Math::log1p, -0.9, 1e6, 1e-6),
                of(ElementFunction.LOGARITHM_OF_ONE_PLUS_FRACTION, Math::log1p, 0, 1, 3e-6),
                of(ElementFunction.LOGISTIC, a -> 1 / (1 + Math.exp(-a)), -80, 80, 1e-6),
                of(ElementFunction.TANGENT, Math::tanh, -12, 12, 1e-6),
                of(ElementFunction.TANGENT, Math::tanh, -0.01, 0.01, 1e-6),
                of(ElementFunction.ABSOLUTE, Math::abs, -5, 5, 0),
                of(ElementFunction.NEGATE, a -> -a, -5, 5, 0),
                of(ElementFunction.SIGN, Math::signum, -5, 5, 0),
                of(ElementFunction.SQUARE, a -> a * a, -5, 5, 1e-7),
                of(ElementFunction.SQUARE_ROOT, Math::sqrt, 0, 5, 1e-7),
                of(ElementFunction.COPY, a -> a, -5, 5, 0));
    }

    private static Arguments of(
            ElementFunction function, DoubleUnaryOperator expected, double from, double to, double tolerance) {
        return Arguments.of(function, expected, from, to, tolerance);
    }

    @ParameterizedTest(name = "{0} from {2} to {3}")
    @MethodSource("functionsOfOne")
    void aFunctionOfOneIsRightToTheLastBits(
            ElementFunction function, DoubleUnaryOperator expected, double from, double to, double tolerance) {
        float[] a = new float[N];
        for (int i = 0; i < N; i++) {
            a[i] = (float) (from + (to - from) * i / (N - 1));
        }
        float[] out = new float[N];

        function.apply(a, a, 0, out, new Scratch(), N);

        for (int i = 0; i < N; i++) {
            double right = expected.applyAsDouble(a[i]);
            assertThat(Math.abs(out[i] - right))
                    .as("%s(%s)", function, a[i])
                    .isLessThanOrEqualTo(tolerance * Math.abs(right) + 1e-37);
        }
    }

    static Stream<Arguments> functionsOfTwo() {
        return Stream.of(
                of(ElementFunction.ADD, Double::sum),
                of(ElementFunction.SUBTRACT, (a, b) -> a - b),
                of(ElementFunction.MULTIPLY, (a, b) -> a * b),
                of(ElementFunction.DIVIDE, (a, b) -> a / b),
                of(ElementFunction.MAXIMUM, Math::max),
                of(ElementFunction.MINIMUM, Math::min),
                of(ElementFunction.GATE, (a, g) -> a > 0 ? g : 0),
                of(ElementFunction.LOGISTIC_GRADIENT, (y, g) -> g * y * (1 - y)),
                of(ElementFunction.TANGENT_GRADIENT, (y, g) -> g * (1 - y * y)));
    }

    private static Arguments of(ElementFunction function, DoubleBinaryOperator expected) {
        return Arguments.of(function, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functionsOfTwo")
    void aFunctionOfTwoIsRight(ElementFunction function, DoubleBinaryOperator expected) {
        float[] a = {-2, -1e-30f, 0, Float.MIN_VALUE, 1e-30f, 0.25f, 1, 7};
        float[] b = {3, 2, 5, -4, 0.5f, 8, -1, -3};
        float[] out = new float[N];

        function.apply(a, b, 0, out, new Scratch(), a.length);

        for (int i = 0; i < a.length; i++) {
            assertThat((double) out[i]).as("%s(%s, %s)", function, a[i], b[i]).isEqualTo((float)
                    expected.applyAsDouble(a[i], b[i]));
        }
    }

    static Stream<Arguments> functionsWithAConstant() {
        return Stream.of(
                of(ElementFunction.ADD_CONSTANT, Double::sum),
                of(ElementFunction.MULTIPLY_CONSTANT, (a, c) -> a * c),
                of(ElementFunction.DIVIDE_BY_CONSTANT, (a, c) -> a / c),
                of(ElementFunction.SUBTRACT_FROM_CONSTANT, (a, c) -> c - a),
                of(ElementFunction.DIVIDE_CONSTANT, (a, c) -> c / a),
                of(ElementFunction.MAXIMUM_CONSTANT, Math::max),
                of(ElementFunction.MINIMUM_CONSTANT, Math::min),
                of(ElementFunction.AT_LEAST_CONSTANT, (a, c) -> a >= c ? 1 : 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functionsWithAConstant")
    void aFunctionWithAConstantIsRight(ElementFunction function, DoubleBinaryOperator expected) {
        float[] a = {-2, 0.5f, 1, 7};
        float[] out = new float[N];

        function.apply(a, a, 0.5f, out, new Scratch(), a.length);

        for (int i = 0; i < a.length; i++) {
            assertThat(out[i]).as("%s of %s", function, a[i]).isEqualTo((float) expected.applyAsDouble(a[i], 0.5));
        }
    }

    @Test
    void everyFunctionIsTested() {
        Stream<Object> tested = Stream.of(functionsOfOne(), functionsOfTwo(), functionsWithAConstant())
                .flatMap(arguments -> arguments)
                .map(argument -> argument.get()[0]);

        assertThat(tested).contains(Arrays.stream(ElementFunction.values()).toArray());
    }

    @Test
    void extremesStayWhatTheyAre() {
        float[] a = {Float.NEGATIVE_INFINITY, -1e30f, 1e30f, Float.POSITIVE_INFINITY, Float.NaN};
        float[] out = new float[N];

        ElementFunction.EXPONENTIAL.apply(a, a, 0, out, new Scratch(), a.length);
        assertThat(out[0]).isBetween(0f, 2e-38f);
        assertThat(out[1]).isBetween(0f, 2e-38f);
        assertThat(out[2]).isInfinite();
        assertThat(out[3]).isInfinite();
        assertThat(out[4]).isNaN();

        ElementFunction.LOGISTIC.apply(a, a, 0, out, new Scratch(), a.length);
        assertThat(Arrays.copyOf(out, 4)).usingComparatorWithPrecision(1e-37f).containsExactly(0, 0, 1, 1);
        assertThat(out[4]).isNaN();

        ElementFunction.TANGENT.apply(a, a, 0, out, new Scratch(), a.length);
        assertThat(Arrays.copyOf(out, 4)).usingComparatorWithPrecision(1e-6f).containsExactly(-1, -1, 1, 1);
        assertThat(out[4]).isNaN();
    }

    @Test
    void sumsAreTakenFromAnyPlaceAndOfAnyLength() {
        float[] a = new float[40];
        for (int i = 0; i < a.length; i++) {
            a[i] = i;
        }
        for (int from = 0; from < 20; from++) {
            for (int n = 0; n < 20; n++) {
                assertThat(VectorMath.sum(a, from, n)).isEqualTo((from + from + n - 1) * n / 2f);
            }
        }
    }
}
