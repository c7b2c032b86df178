package dev.diabolo.plugin;

import dev.diabolo.options.NearestName;
import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The components that there are. An immutable value, safe to share between threads; nothing is static, so two may live
 * in one JVM.
 */
public final class Catalog {
    private final List<ComponentEntry<?>> entries;
    private final List<Duplicate> duplicates;
    private final List<PluginIssue> issues;
    private final int lookedAt;

    /** An id that more than one provider claims, and which therefore none may use. */
    record Duplicate(String kind, ComponentId id, List<String> places) {
        private static final String REMEDY = "remove one of the plugins";

        PluginIssue issue() {
            return new PluginIssue(
                    kind, id.toString(), String.join(", ", places), "more than one claims this id", REMEDY);
        }

        DiaboloException error() {
            return DiaboloException.plugin(
                    "plugin.duplicate-id",
                    Problem.of("more than one " + kind + " claims the id " + id + ": " + String.join("; ", places))
                            .remedy(REMEDY));
        }
    }

    Catalog(List<ComponentEntry<?>> entries, List<Duplicate> duplicates, List<PluginIssue> issues, int lookedAt) {
        this.entries = List.copyOf(entries);
        this.duplicates = List.copyOf(duplicates);
        this.issues = List.copyOf(issues);
        this.lookedAt = lookedAt;
    }

    /**
     * Finds every provider that a class loader offers. One that can't be loaded, or doesn't keep the contract, becomes an
     * issue; the others stay usable.
     */
    public static Catalog discover(ClassLoader loader) {
        return CatalogDiscovery.discover(List.of(loader));
    }

    /** Finds every provider that any of the class loaders offers; a class that several offer counts once. */
    public static Catalog discover(Collection<ClassLoader> loaders) {
        return CatalogDiscovery.discover(loaders);
    }

    /** Every usable component: kinds in the order of {@link ComponentKind#OFFERED}, then by id. */
    public List<ComponentEntry<?>> entries() {
        return entries;
    }

    /** The usable components of a kind, by id. */
    public <C> List<ComponentEntry<C>> entries(ComponentKind<C> kind) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(entry -> Catalog.<C>ofKind(entry))
                .toList();
    }

    /** What can't be used, and why. */
    public List<PluginIssue> issues() {
        return issues;
    }

    /** How many providers were looked at, usable or not. */
    public int lookedAt() {
        return lookedAt;
    }

    /** The usable component of an id. */
    public <C> Optional<ComponentEntry<C>> find(ComponentKind<C> kind, ComponentId id) {
        return entries(kind).stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /**
     * The component of an id.
     *
     * @throws DiaboloException (USER, {@code component.unknown}) listing near and available ids and what could not be
     *     used; (PLUGIN, {@code plugin.duplicate-id}) where several providers claim the id
     */
    public <C> ComponentEntry<C> require(ComponentKind<C> kind, ComponentId id) {
        return find(kind, id)
                .orElseThrow(() -> duplicates.stream()
                        .filter(duplicate -> duplicate.kind().equals(kind.name()))
                        .filter(duplicate -> duplicate.id().equals(id))
                        .findFirst()
                        .map(Duplicate::error)
                        .orElseGet(() -> unknown(kind, id)));
    }

    /**
     * Why a component that was asked for is missing, where a broken plugin is the likely reason: several claim the id, or a
     * provider of that kind could not be loaded and no other id is near to this one.
     */
    public Optional<DiaboloException> brokenInstead(ComponentKind<?> kind, ComponentId id) {
        for (Duplicate duplicate : duplicates) {
            if (duplicate.kind().equals(kind.name()) && duplicate.id().equals(id)) {
                return Optional.of(duplicate.error());
            }
        }
        List<String> available =
                entries(kind).stream().map(entry -> entry.id().toString()).toList();
        List<Problem> broken = issues.stream()
                .filter(issue -> issue.kind().equals(kind.name()))
                .map(PluginIssue::problem)
                .toList();
        if (broken.isEmpty() || NearestName.of(id.toString(), available).isPresent()) {
            return Optional.empty();
        }
        List<Problem> problems = new ArrayList<>();
        problems.add(Problem.of("no usable plugin offers the " + kind + " '" + id + "'"));
        problems.addAll(broken);
        return Optional.of(new DiaboloException(ErrorKind.PLUGIN, "component.unusable", problems, null));
    }

    private DiaboloException unknown(ComponentKind<?> kind, ComponentId id) {
        List<String> available =
                entries(kind).stream().map(entry -> entry.id().toString()).toList();
        String broken = issues.stream()
                .filter(issue -> issue.kind().equals(kind.name()))
                .map(issue -> issue.subject() + " (" + issue.cause() + ")")
                .collect(Collectors.joining(", "));
        String looked = lookedAt + (lookedAt == 1 ? " provider was" : " providers were") + " looked at"
                + (broken.isEmpty() ? "" : "; these can't be used: " + broken);
        return DiaboloException.user(
                "component.unknown",
                Problem.of("there is no " + kind + " '" + id + "' (" + looked + ")")
                        .allowed(available.isEmpty() ? "no " + kind + " is installed" : String.join(", ", available))
                        .remedy(NearestName.remedy(id.toString(), available)));
    }

    @SuppressWarnings("unchecked") // an entry's kind has the type parameter that the entry has
    private static <C> ComponentEntry<C> ofKind(ComponentEntry<?> entry) {
        return (ComponentEntry<C>) entry;
    }
}
