package dev.diabolo.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.configuration2.BaseConfiguration;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.convert.DisabledListDelimiterHandler;

/** Layers put on top of each other; the last one that has a key decides it. */
final class MergedLayers {
    private final CompositeConfiguration merged = new CompositeConfiguration();

    MergedLayers(List<Layer> layers) {
        merged.setListDelimiterHandler(DisabledListDelimiterHandler.INSTANCE);
        // Commons Configuration lets the first one win.
        for (int index = layers.size() - 1; index >= 0; index--) {
            BaseConfiguration configuration = new BaseConfiguration();
            configuration.setListDelimiterHandler(DisabledListDelimiterHandler.INSTANCE);
            layers.get(index).settings().forEach(configuration::addProperty);
            merged.addConfiguration(configuration);
        }
    }

    Optional<Setting> get(String key) {
        return Optional.ofNullable((Setting) merged.getProperty(key));
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        merged.getKeys().forEachRemaining(keys::add);
        return keys;
    }
}
