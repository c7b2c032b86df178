package dev.diabolo;

import dev.diabolo.config.ConfiguredComponent;
import dev.diabolo.config.RunConfiguration;
import dev.diabolo.engine.Backend;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.engine.RowTail;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.plugin.Catalog;
import dev.diabolo.plugin.ComponentEntry;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts configured components together. */
final class ModelDefinitions {
    private final Catalog catalog;

    ModelDefinitions(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The model of a configuration.
     *
     * @param tail what follows the values of each example in its row
     */
    ModelDefinition define(RunConfiguration<?> configuration, TensorSpec data, RowTail tail) {
        ModelDefinition model = new ModelDefinition(
                data,
                create(configuration, ComponentKind.ENCODER),
                create(configuration, ComponentKind.POSTERIOR),
                create(configuration, ComponentKind.DECODER),
                create(configuration, ComponentKind.LIKELIHOOD),
                create(configuration, ComponentKind.LOSS),
                create(configuration, ComponentKind.TRAINER),
                configuration.find(ComponentKind.CORRUPTION).map(found -> create(found, ComponentKind.CORRUPTION)),
                configuration.find(ComponentKind.PRIOR).map(found -> create(found, ComponentKind.PRIOR)),
                tail);
        model.code();
        model.requireSupported();
        return model;
    }

    /** The configuration as a model keeps it: nothing in it depends on files that may go. */
    RunConfiguration<RunOptions> selfContained(RunConfiguration<RunOptions> configuration) {
        Backend.load();
        List<ConfiguredComponent> components = new ArrayList<>();
        Map<String, Object> effective = new LinkedHashMap<>(configuration.effective());
        for (ConfiguredComponent component : configuration.components()) {
            ComponentEntry<?> entry = catalog.require(component.kind(), component.id());
            Record options = entry.selfContained(component.options());
            if (!options.equals(component.options())) {
                entry.schema()
                        .values(options)
                        .forEach((key, value) -> effective.put(component.kind().name() + "." + key, value));
            }
            components.add(new ConfiguredComponent(component.kind(), component.id(), options));
        }
        return new RunConfiguration<>(
                configuration.root(),
                components,
                effective,
                configuration.variables(),
                configuration.origins(),
                configuration.summary(),
                configuration.warnings());
    }

    private <C> C create(RunConfiguration<?> configuration, ComponentKind<C> kind) {
        return create(configuration.component(kind), kind);
    }

    private <C> C create(ConfiguredComponent component, ComponentKind<C> kind) {
        return catalog.require(kind, component.id()).create(component.options());
    }

    List<ModelDocument.Component> components(RunConfiguration<?> configuration) {
        return configuration.components().stream()
                .map(component -> new ModelDocument.Component(
                        component.kind().name(),
                        component.id().toString(),
                        catalog.require(component.kind(), component.id()).version()))
                .toList();
    }
}
