package dev.diabolo;

import dev.diabolo.engine.ParameterValues;
import dev.diabolo.model.ModelDocument;
import dev.diabolo.spi.FittedSampler;
import dev.diabolo.spi.exchange.TrainedParameter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A distribution that was fitted to the codes of a model, so that new codes can be drawn from it. One that was learnt owns native
 * memory until it is closed; closing the {@link Diabolo} it came from does so.
 *
 * @param type the id of its component, such as {@code vae.gaussian-mixture}
 * @param version of the plugin that provided it
 * @param options every one with its value
 * @param fitted the distribution
 */
public record CodeSampler(String type, String version, Map<String, Object> options, FittedSampler fitted)
        implements AutoCloseable {
    /** Before the names of settings and parameters that belong to a sampler, in a model file. */
    static final String SECTION = "sampler";

    static final String TYPE = SECTION + ".type";
    private static final String PREFIX = SECTION + ".";
    private static final String PATH = SECTION + "/";

    public CodeSampler {
        options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** Codes of numbers in [first, first + count); the n-th depends on the seed and n alone. */
    float[][] codes(int first, int count, long seed) {
        if (fitted instanceof LearntCodes learnt) {
            return learnt.codes(first, count, seed);
        }
        float[][] codes = new float[count][];
        for (int i = 0; i < count; i++) {
            // Mixed twice, since neighbouring seeds of this generator begin alike.
            long key = new SplittableRandom(seed).nextLong() + first + i;
            codes[i] = fitted.sample(new SplittableRandom(new SplittableRandom(key).nextLong()));
        }
        return codes;
    }

    /** What a model file says of a model that has this sampler. */
    ModelDocument describedIn(ModelDocument document) {
        Map<String, Object> all = new LinkedHashMap<>(ofModel(document.options()));
        all.put(TYPE, type);
        options.forEach((key, value) -> all.put(PREFIX + key, value));
        List<ModelDocument.Component> components = new ArrayList<>(document.components());
        components.removeIf(component -> component.kind().equals(SECTION));
        components.add(new ModelDocument.Component(SECTION, type, version));
        return new ModelDocument(
                document.format(),
                document.recipe(),
                all,
                components,
                document.data(),
                document.provenance(),
                document.metrics(),
                document.warnings());
    }

    /** What a model file keeps of what was fitted. */
    List<ParameterValues> parameters() {
        List<ParameterValues> all = new ArrayList<>();
        new TreeMap<>(fitted.state())
                .forEach((name, part) -> all.add(new ParameterValues(PATH + name, part.shape(), part.values())));
        return all;
    }

    /** The settings of a model without those of its sampler. */
    static Map<String, Object> ofModel(Map<String, Object> settings) {
        Map<String, Object> others = new LinkedHashMap<>(settings);
        others.keySet().removeIf(key -> key.startsWith(PREFIX));
        return others;
    }

    /** The settings of a model's sampler but for its type. */
    static Map<String, Object> ofSampler(Map<String, Object> settings) {
        Map<String, Object> options = new LinkedHashMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith(PREFIX) && !key.equals(TYPE)) {
                options.put(key.substring(PREFIX.length()), value);
            }
        });
        return options;
    }

    /** The parameters of a model without those of its sampler. */
    static List<ParameterValues> ofModel(List<ParameterValues> parameters) {
        return parameters.stream()
                .filter(parameter -> !parameter.name().startsWith(PATH))
                .toList();
    }

    static Map<String, TrainedParameter> ofSampler(List<ParameterValues> parameters) {
        Map<String, TrainedParameter> state = new LinkedHashMap<>();
        parameters.stream()
                .filter(parameter -> parameter.name().startsWith(PATH))
                .forEach(parameter -> state.put(
                        parameter.name().substring(PATH.length()),
                        new TrainedParameter(parameter.shape(), parameter.values())));
        return state;
    }

    @Override
    public void close() {
        if (fitted instanceof LearntCodes learnt) {
            learnt.close();
        }
    }
}
