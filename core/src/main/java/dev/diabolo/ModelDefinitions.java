package dev.diabolo;

import dev.diabolo.config.ConfiguredComponent;
import dev.diabolo.config.RunConfiguration;
import dev.diabolo.engine.ModelDefinition;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.plugin.Catalog;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;

/** Puts configured components together. */
final class ModelDefinitions {
    private final Catalog catalog;

    ModelDefinitions(Catalog catalog) {
        this.catalog = catalog;
    }

    ModelDefinition define(RunConfiguration<?> configuration, TensorSpec data) {
        ModelDefinition model = new ModelDefinition(
                data,
                create(configuration, ComponentKind.ENCODER),
                create(configuration, ComponentKind.POSTERIOR),
                create(configuration, ComponentKind.DECODER),
                create(configuration, ComponentKind.LIKELIHOOD),
                create(configuration, ComponentKind.LOSS),
                create(configuration, ComponentKind.TRAINER),
                configuration.find(ComponentKind.CORRUPTION).map(found -> create(found, ComponentKind.CORRUPTION)));
        model.requireCorruptible();
        model.code();
        return model;
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
