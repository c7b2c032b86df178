package dev.diabolo;

import dev.diabolo.engine.Inference;
import dev.diabolo.engine.ParameterValues;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.options.NearestName;
import dev.diabolo.plugin.Catalog;
import dev.diabolo.plugin.ComponentEntry;
import dev.diabolo.spi.CodeSpace;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.DirectSampler;
import dev.diabolo.spi.FittedSampler;
import dev.diabolo.spi.LearntSampler;
import dev.diabolo.spi.Sampler;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.TrainedParameter;
import dev.diabolo.spi.graph.TensorSpec;
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
        Record read = entry.read(options);
        FittedSampler fitted = fit(entry.create(read), model, examples, seed);
        return new CodeSampler(
                entry.id().toString(), entry.version(), entry.schema().values(read), fitted);
    }

    private static FittedSampler fit(Sampler sampler, Autoencoder model, Examples examples, long seed) {
        Optional<TensorSpec> choices = model.choices();
        if (choices.isEmpty()) {
            model.requireContinuousCodes("drawn from a density");
        }
        TensorSpec spec = model.codeSpec();
        if (sampler instanceof DirectSampler direct) {
            choices.map(shape -> new CodeSpace.Choices(shape, 1)).ifPresent(CodeSpace::requireNumbers);
            return direct.fit(model.encode(examples).toArray(), seed);
        }
        LearntSampler learnt = (LearntSampler) sampler;
        float[][] codes = model.encode(examples).toArray();
        requireSeveral(codes.length);
        CodeTranslation translation = choices.<CodeTranslation>map(shape -> ChosenEntries.of(spec, shape, codes))
                .orElseGet(() -> StandardisedCodes.of(spec, codes));
        return LearntCodes.fit(learnt, translation, codes, seed, model.threads());
    }

    private static void requireSeveral(int codes) {
        if (codes < 2) {
            throw DiaboloException.user(
                    "sampler.too-few",
                    Problem.of("a distribution cannot be fitted to " + codes + " code")
                            .allowed("at least 2")
                            .remedy("name more data"));
        }
    }

    private static FittedSampler restore(
            Sampler sampler, Inference model, TensorSpec spec, Map<String, TrainedParameter> state) {
        if (sampler instanceof DirectSampler direct) {
            return direct.restore(state);
        }
        CodeTranslation translation = model.choices()
                .<CodeTranslation>map(shape -> ChosenEntries.restore(spec, shape, state))
                .orElseGet(() -> StandardisedCodes.restore(spec, state));
        return LearntCodes.restore((LearntSampler) sampler, translation, state);
    }

    /** The sampler that a model file has. */
    Optional<CodeSampler> restore(
            ModelDocument document, List<ParameterValues> parameters, TensorSpec spec, Inference model) {
        Object type = document.options().get(CodeSampler.TYPE);
        if (type == null) {
            return Optional.empty();
        }
        ComponentEntry<Sampler> entry = catalog.require(ComponentKind.SAMPLER, ComponentId.of(type.toString()));
        Record options = entry.read(CodeSampler.ofSampler(document.options()));
        FittedSampler fitted = restore(entry.create(options), model, spec, CodeSampler.ofSampler(parameters));
        int size = spec.size();
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
