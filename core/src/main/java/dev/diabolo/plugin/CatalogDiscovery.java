package dev.diabolo.plugin;

import dev.diabolo.spi.ComponentId;
import dev.diabolo.spi.ComponentKind;
import dev.diabolo.spi.ComponentProvider;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** Gathers what the class loaders offer; one discovery makes one catalog. */
final class CatalogDiscovery {
    /** A listing that fails this often in a row fails for ever; the documentation of ServiceLoader promises no end. */
    private static final int MOST_FAILURES_IN_A_ROW = 1000;

    private final List<Candidate> candidates = new ArrayList<>();
    private final List<PluginIssue> issues = new ArrayList<>();
    private final Set<Offer> seen = new HashSet<>();
    private int lookedAt;

    /** A class listed under a kind; class loaders that share a parent find the same one again. */
    private record Offer(ComponentKind<?> kind, Class<?> provider) {}

    /** A usable component and every place that offers it. */
    private record Candidate(ComponentEntry<?> entry, List<String> places) {}

    private record Key(ComponentKind<?> kind, ComponentId id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byKind =
                    Integer.compare(ComponentKind.OFFERED.indexOf(kind), ComponentKind.OFFERED.indexOf(other.kind));
            return byKind != 0 ? byKind : id.compareTo(other.id);
        }
    }

    static Catalog discover(Collection<ClassLoader> loaders) {
        CatalogDiscovery discovery = new CatalogDiscovery();
        for (ClassLoader loader : loaders) {
            ComponentKind.OFFERED.forEach(kind -> discovery.scan(kind, loader));
        }
        return discovery.catalog();
    }

    private void scan(ComponentKind<?> kind, ClassLoader loader) {
        ServiceFiles files = ServiceFiles.read(kind.providerType(), loader);
        Iterator<? extends ServiceLoader.Provider<?>> providers =
                ServiceLoader.load(kind.providerType(), loader).stream().iterator();
        Set<String> hadTheirTurn = new HashSet<>();
        int failures = 0;
        while (failures < MOST_FAILURES_IN_A_ROW) {
            try {
                if (!providers.hasNext()) {
                    return;
                }
                ServiceLoader.Provider<?> provider = providers.next();
                hadTheirTurn.add(provider.type().getName());
                failures = 0;
                offer(kind, provider, files);
            } catch (VirtualMachineError exhausted) {
                throw exhausted;
            } catch (Throwable failure) {
                failures++;
                lookedAt++;
                String blamed = files.blame(failure, hadTheirTurn).orElse("unknown");
                hadTheirTurn.add(blamed);
                issue(kind, blamed, String.join(", ", files.sources(blamed)), Diagnosis.of(failure));
            }
        }
    }

    private void offer(ComponentKind<?> kind, ServiceLoader.Provider<?> found, ServiceFiles files) {
        Class<?> type = found.type();
        if (!seen.add(new Offer(kind, type))) {
            return;
        }
        lookedAt++;
        try {
            ComponentEntry<?> entry = ProviderCheck.entry(kind, (ComponentProvider<?, ?>) found.get());
            Set<String> listings = files.sources(type.getName());
            List<String> sources = listings.size() > 1 ? List.copyOf(listings) : List.of(entry.source());
            candidates.add(new Candidate(
                    entry,
                    sources.stream()
                            .map(source -> type.getName() + " in " + source)
                            .toList()));
        } catch (ProviderCheck.Refusal refusal) {
            issue(kind, type.getName(), PluginSource.of(type), refusal.diagnosis());
        } catch (VirtualMachineError exhausted) {
            throw exhausted;
        } catch (Throwable failure) {
            issue(kind, type.getName(), PluginSource.of(type), Diagnosis.of(failure));
        }
    }

    private void issue(ComponentKind<?> kind, String className, String source, Diagnosis diagnosis) {
        issues.add(new PluginIssue(kind.name(), className, source, diagnosis.cause(), diagnosis.remedy()));
    }

    private Catalog catalog() {
        Map<Key, List<Candidate>> byKey = new TreeMap<>();
        for (Candidate candidate : candidates) {
            ComponentEntry<?> entry = candidate.entry();
            byKey.computeIfAbsent(new Key(entry.kind(), entry.id()), absent -> new ArrayList<>())
                    .add(candidate);
        }
        List<ComponentEntry<?>> usable = new ArrayList<>();
        List<Catalog.Duplicate> duplicates = new ArrayList<>();
        byKey.forEach((key, offers) -> {
            List<String> places =
                    offers.stream().flatMap(offer -> offer.places().stream()).toList();
            if (places.size() == 1) {
                usable.add(offers.get(0).entry());
            } else {
                duplicates.add(new Catalog.Duplicate(key.kind().name(), key.id(), places));
            }
        });
        duplicates.forEach(duplicate -> issues.add(duplicate.issue()));
        return new Catalog(usable, duplicates, issues, lookedAt);
    }
}
