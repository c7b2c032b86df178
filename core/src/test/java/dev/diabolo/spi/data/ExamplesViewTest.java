package dev.diabolo.spi.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.graph.TensorSpec;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesViewTest {
    private static final int INDEX = 3;
    private static final int SOURCE_INDEX = 17;

    /** What each method of the source gives, by its type: never what {@link Examples} gives where nothing is said. */
    private static final Map<Class<?>, Object> ANSWERS = Map.of(
            TensorSpec.class,
            TensorSpec.of(2, 5),
            int.class,
            41,
            String.class,
            "line 5",
            List.class,
            List.of(new ConditionColumn("age", List.of())));

    private final List<String> calls = new ArrayList<>();

    static Stream<Method> methods() {
        return Arrays.stream(Examples.class.getMethods()).filter(method -> !Modifier.isStatic(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void isTheSourceInAllThatItDoesNotSayOtherwise(Method method) throws ReflectiveOperationException {
        boolean usual = !method.getName().equals("inMemory");
        Examples source = source(usual);
        ExamplesView view = () -> source;

        assertThat(method.invoke(view, arguments(method, INDEX))).isEqualTo(answer(method, usual));
        assertThat(calls).containsExactly(call(method, arguments(method, INDEX)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void examplesAreThoseOfTheSourceWithItsNumbers(Method method) throws ReflectiveOperationException {
        Examples source = source(true);
        ExamplesView view = new ExamplesView() {
            @Override
            public Examples source() {
                return source;
            }

            @Override
            public int sourceIndex(int index) {
                assertThat(index).isEqualTo(INDEX);
                return SOURCE_INDEX;
            }
        };
        method.invoke(view, arguments(method, INDEX));
        assertThat(calls).containsExactly(call(method, arguments(method, SOURCE_INDEX)));
    }

    /** Writes down what it is asked for. */
    private Examples source(boolean flag) {
        return (Examples) Proxy.newProxyInstance(
                Examples.class.getClassLoader(), new Class<?>[] {Examples.class}, (proxy, method, arguments) -> {
                    calls.add(call(method, arguments == null ? new Object[0] : arguments));
                    return answer(method, flag);
                });
    }

    private static Object answer(Method method, boolean flag) {
        return method.getReturnType() == boolean.class ? (Object) flag : ANSWERS.get(method.getReturnType());
    }

    private static Object[] arguments(Method method, int index) {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = types[i] == float[].class ? new float[1] : i == 0 ? index : 5;
        }
        return arguments;
    }

    private static String call(Method method, Object... arguments) {
        return method.getName() + Arrays.deepToString(arguments);
    }
}
