package dev.diabolo.plugin;

import dev.diabolo.options.NearestName;
import dev.diabolo.spi.SpiVersion;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.exchange.ModelExport;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The formats of other frameworks that models can be written in. An immutable value, safe to share between threads. */
public final class ExportFormats {
    /** A listing that fails this often in a row fails for ever; the documentation of ServiceLoader promises no end. */
    private static final int MOST_FAILURES_IN_A_ROW = 100;

    private static final String KIND = "export format";
    private static final String ONE_ONLY = "keep one of these plugins";

    private final Map<String, ModelExport> byName;
    private final Map<String, List<String>> duplicates;
    private final List<PluginIssue> issues;

    private ExportFormats(
            Map<String, ModelExport> byName, Map<String, List<String>> duplicates, List<PluginIssue> issues) {
        this.byName = byName;
        this.duplicates = duplicates;
        this.issues = List.copyOf(issues);
    }

    /** Finds every format that a class loader offers; one that can't be loaded, or that is there twice, becomes an issue. */
    public static ExportFormats discover(ClassLoader loader) {
        Map<String, List<ModelExport>> offers = new TreeMap<>();
        List<PluginIssue> issues = new ArrayList<>();
        Iterator<ModelExport> found =
                ServiceLoader.load(ModelExport.class, loader).iterator();
        int failures = 0;
        while (failures < MOST_FAILURES_IN_A_ROW) {
            try {
                if (!found.hasNext()) {
                    break;
                }
                add(found.next(), offers, issues);
                failures = 0;
            } catch (ServiceConfigurationError | LinkageError | RuntimeException failure) {
                failures++;
                issues.add(issue("unknown", "unknown", Diagnosis.of(failure).cause()));
            }
        }
        return of(offers, issues);
    }

    private static void add(ModelExport export, Map<String, List<ModelExport>> offers, List<PluginIssue> issues) {
        if (export.spiVersion() == SpiVersion.CURRENT) {
            offers.computeIfAbsent(export.format(), absent -> new ArrayList<>()).add(export);
        } else {
            issues.add(issue(
                    export.format(),
                    PluginSource.of(export.getClass()),
                    "it was compiled against version " + export.spiVersion() + " of the contract, and this is "
                            + SpiVersion.CURRENT));
        }
    }

    /** Of several plugins with one format none is taken: which comes first is chance. */
    private static ExportFormats of(Map<String, List<ModelExport>> offers, List<PluginIssue> issues) {
        Map<String, ModelExport> byName = new TreeMap<>();
        Map<String, List<String>> duplicates = new TreeMap<>();
        offers.forEach((name, exports) -> {
            if (exports.size() == 1) {
                byName.put(name, exports.get(0));
                return;
            }
            List<String> places = exports.stream()
                    .map(Object::getClass)
                    .map(type -> type.getName() + " in " + PluginSource.of(type))
                    .toList();
            duplicates.put(name, places);
            issues.add(new PluginIssue(
                    KIND, name, String.join(", ", places), "several plugins have a format of this name", ONE_ONLY));
        });
        return new ExportFormats(byName, duplicates, issues);
    }

    private static PluginIssue issue(String subject, String source, String cause) {
        return new PluginIssue(KIND, subject, source, cause, "use another version of the plugin");
    }

    /** What each format is, by its name. */
    public Map<String, String> summaries() {
        Map<String, String> summaries = new TreeMap<>();
        byName.forEach((name, export) -> summaries.put(name, export.summary()));
        return summaries;
    }

    /** What can't be used, and why. */
    public List<PluginIssue> issues() {
        return issues;
    }

    /**
     * The format of a name.
     *
     * @throws DiaboloException (USER) where there is none, with those that there are; (PLUGIN) where several plugins have it, with
     *     each
     */
    public ModelExport require(String name) {
        List<String> places = duplicates.get(name);
        if (places != null) {
            throw DiaboloException.plugin(
                    "export.duplicate-format",
                    Problem.of("several plugins have the format '" + name + "'")
                            .at(String.join(", ", places))
                            .remedy(ONE_ONLY));
        }
        ModelExport found = byName.get(name);
        if (found == null) {
            throw DiaboloException.user(
                    "export.unknown-format",
                    Problem.of("there is no format '" + name + "' to export to")
                            .allowed(byName.isEmpty() ? "none: no plugin has one" : String.join(", ", byName.keySet()))
                            .remedy(NearestName.remedy(name, List.copyOf(byName.keySet()))));
        }
        return found;
    }
}
