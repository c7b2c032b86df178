package dev.diabolo.config;

import dev.diabolo.options.NearestName;
import dev.diabolo.options.OptionSchema;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds out which component each section sets up. */
final class Sections {
    private final ComponentSchemas components;
    private final Findings findings;

    Sections(ComponentSchemas components, Findings findings) {
        this.components = components;
        this.findings = findings;
    }

    List<Section> decide(List<Section> undecided, List<Layer> layers) {
        MergedLayers merged = new MergedLayers(layers);
        Interpolation interpolation = new Interpolation(merged);
        return undecided.stream()
                .map(section -> decide(section, merged, interpolation))
                .toList();
    }

    private Section decide(Section section, MergedLayers merged, Interpolation interpolation) {
        Setting setting = merged.get(section.typeKey()).orElse(null);
        if (setting == null && section.kind().optional()) {
            return Section.absent(section.kind());
        }
        if (setting == null) {
            findings.problem(
                    section.typeKey(),
                    null,
                    Problem.of("no " + section.kind() + " is named").allowed(available(section.kind())));
            return section;
        }
        try {
            String name = interpolation.resolve(section.typeKey()).toString().strip();
            if (section.kind().optional() && name.equals(Section.NONE)) {
                return Section.absent(section.kind());
            }
            ComponentId id = named(section.kind(), name);
            Optional<OptionSchema> schema = components.schema(section.kind(), id);
            if (schema.isPresent()) {
                return Section.of(section.kind(), id, schema.get());
            }
            unknown(section, name, setting);
        } catch (Interpolation.Failure failure) {
            findings.problem(section.typeKey(), setting, failure.problem());
        } catch (DiaboloException error) {
            if (!error.code().equals("component.invalid-id")) {
                throw error;
            }
            unknown(section, String.valueOf(setting.value()), setting);
        }
        return section;
    }

    /** The component of an id, or of the part after the dot where only one of the kind has it. */
    private ComponentId named(ComponentKind<?> kind, String name) {
        List<ComponentId> sameName = components.available(kind).stream()
                .filter(id -> id.name().equals(name))
                .toList();
        return sameName.size() == 1 ? sameName.get(0) : ComponentId.of(name);
    }

    private void unknown(Section section, String name, @Nullable Setting setting) {
        findings.problem(
                section.typeKey(),
                setting,
                Problem.of("there is no " + section.kind() + " '" + name + "'")
                        .allowed(available(section.kind()))
                        .remedy(nearest(components.available(section.kind()), name)
                                .map(id -> "did you mean '" + id + "'?")
                                .orElse("")));
    }

    /** The id that is near a name, or whose part after the dot is. */
    private static Optional<String> nearest(List<ComponentId> available, String name) {
        List<String> ids = available.stream().map(ComponentId::toString).toList();
        List<String> names = available.stream().map(ComponentId::name).toList();
        return NearestName.of(name, ids)
                .or(() -> NearestName.of(name, names).map(names::indexOf).map(ids::get));
    }

    private String available(ComponentKind<?> kind) {
        List<String> ids =
                components.available(kind).stream().map(ComponentId::toString).toList();
        String named = ids.isEmpty() ? "no " + kind + " is installed" : String.join(", ", ids);
        return kind.optional() ? named + ", " + Section.NONE : named;
    }

    /** The layers without the options that the recipe gave to components which a layer above it replaces. */
    static List<Layer> withoutForeignOptions(List<Section> sections, List<Layer> layers) {
        MergedLayers merged = new MergedLayers(layers);
        List<Layer> result = new ArrayList<>();
        for (Layer layer : layers) {
            Map<String, Setting> settings = new LinkedHashMap<>(layer.settings());
            if (layer.kind() == Layer.Kind.RECIPE) {
                sections.stream()
                        .filter(section -> replaced(section, settings.get(section.typeKey()), merged))
                        .forEach(section -> settings.keySet()
                                .removeIf(key -> key.startsWith(section.prefix()) && !key.equals(section.typeKey())));
            }
            result.add(layer.with(settings));
        }
        return result;
    }

    /** Whether two names mean the same component; the part after the dot may stand for an id. */
    private static boolean isSame(String one, String other) {
        return one.equals(other)
                || !one.contains(".") && other.endsWith("." + one)
                || !other.contains(".") && one.endsWith("." + other);
    }

    private static boolean replaced(Section section, @Nullable Setting ofRecipe, MergedLayers merged) {
        return ofRecipe != null
                && merged.get(section.typeKey())
                        .filter(winner -> !isSame(String.valueOf(winner.value()), String.valueOf(ofRecipe.value())))
                        .isPresent();
    }
}
