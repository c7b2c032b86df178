package dev.diabolo.testkit.gallery;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands a contract the damage that the run is about; none where it is run by itself. */
final class DamageParameter implements ParameterResolver {
    static final String KEY = "dev.diabolo.testkit.gallery.damage";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Damage.class;
    }

    @Override
    public Damage resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getConfigurationParameter(KEY).map(Damage::valueOf).orElse(Damage.NONE);
    }
}
