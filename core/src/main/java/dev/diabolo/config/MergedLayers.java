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
    private final List<Layer> layers;

    /** A layer and its place in the order: later ones win. */
    record Ranked(Layer layer, int rank) {}

    MergedLayers(List<Layer> layers) {
        this.layers = List.copyOf(layers);
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

    /** The layer that decides a key. */
    Optional<Ranked> layer(String key) {
        for (int rank = layers.size() - 1; rank >= 0; rank--) {
            if (layers.get(rank).settings().containsKey(key)) {
                return Optional.of(new Ranked(layers.get(rank), rank));
            }
        }
        return Optional.empty();
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        merged.getKeys().forEachRemaining(keys::add);
        return keys;
    }
}
