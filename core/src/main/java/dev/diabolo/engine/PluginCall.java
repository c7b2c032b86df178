package dev.diabolo.engine;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.util.List;
import java.util.function.Supplier;

/** Calls into components: what they throw is their fault, and told as such. */
final class PluginCall {
    private PluginCall() {}

    /**
     * What a component gives.
     *
     * @param role what the component is in the model
     * @throws DiaboloException whatever the component throws; (PLUGIN, {@code component.failed}) where it throws anything else
     */
    static <T> T of(String role, Object component, Supplier<T> call) {
        try {
            return call.get();
        } catch (DiaboloException told) {
            throw told;
        } catch (RuntimeException | LinkageError failure) {
            Problem problem = Problem.of("the " + role + " fails: it throws " + failure)
                    .at(component.getClass().getName())
                    .remedy("report it to the author of the plugin");
            throw new DiaboloException(ErrorKind.PLUGIN, "component.failed", List.of(problem), failure);
        }
    }

    /** A question that a component answers by throwing, or not; see {@link #of}. */
    static void run(String role, Object component, Runnable call) {
        of(role, component, () -> {
            call.run();
            return role;
        });
    }
}
