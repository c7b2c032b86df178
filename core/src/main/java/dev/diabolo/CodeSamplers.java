package dev.diabolo;

import dev.diabolo.engine.ParameterValues;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.options.NearestName;
import dev.diabolo.plugin.Catalog;
import dev.diabolo.plugin.ComponentEntry;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.FittedSampler;
import dev.diabolo.spi.Sampler;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fits samplers, and finds those that models came with. */
final class CodeSamplers {
    private final Catalog catalog;

    CodeSamplers(Catalog catalog) {
        this.catalog = catalog;
    }

    CodeSampler fit(Autoencoder model, String name, Map<String, ?> options, Examples examples, long seed) {
        ComponentEntry<Sampler> entry = catalog.require(ComponentKind.SAMPLER, named(name));
        Record read = entry.schema().read(options);
        Sampler sampler = entry.create(read);
        model.requireContinuousCodes("drawn from a density");
        FittedSampler fitted = sampler.fit(model.encode(examples).toArray(), seed);
        return new CodeSampler(
                entry.id().toString(), entry.version(), entry.schema().values(read), fitted);
    }

    /** The sampler that a model file has. */
    Optional<CodeSampler> restore(ModelDocument document, List<ParameterValues> parameters, int size) {
        Object type = document.options().get(CodeSampler.TYPE);
        if (type == null) {
            return Optional.empty();
        }
        ComponentEntry<Sampler> entry = catalog.require(ComponentKind.SAMPLER, ComponentId.of(type.toString()));
        Record options = entry.schema().read(CodeSampler.ofSampler(document.options()));
        FittedSampler fitted = entry.create(options).restore(CodeSampler.ofSampler(parameters));
        if (fitted.size() != size) {
            throw DiaboloException.user(
                    "sampler.wrong-size",
                    Problem.of("the sampler in this model is for codes of " + fitted.size()
                                    + " numbers, and the model's have " + size)
                            .remedy("fit it again with 'diabolo fit-sampler'"));
        }
        return Optional.of(new CodeSampler(
                entry.id().toString(), entry.version(), entry.schema().values(options), fitted));
    }

    /** An id, or the part of one after the dot where only one has it. */
    private ComponentId named(String name) {
        List<ComponentId> ids = catalog.entries(ComponentKind.SAMPLER).stream()
                .map(ComponentEntry::id)
                .toList();
        List<ComponentId> found = ids.stream()
                .filter(id -> id.name().equals(name) || id.toString().equals(name))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        throw DiaboloException.user(
                "component.unknown",
                Problem.of("there is no sampler '" + name + "'" + (found.isEmpty() ? "" : " alone: " + found))
                        .allowed(ids.stream().map(ComponentId::toString).collect(Collectors.joining(", ")))
                        .remedy(NearestName.remedy(
                                name, ids.stream().map(ComponentId::name).toList())));
    }
}
