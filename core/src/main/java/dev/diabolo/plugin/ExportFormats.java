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

    private final Map<String, ModelExport> byName;
    private final List<PluginIssue> issues;

    private ExportFormats(Map<String, ModelExport> byName, List<PluginIssue> issues) {
        this.byName = byName;
        this.issues = List.copyOf(issues);
    }

    /** Finds every format that a class loader offers; one that can't be loaded becomes an issue. */
    public static ExportFormats discover(ClassLoader loader) {
        Map<String, ModelExport> byName = new TreeMap<>();
        List<PluginIssue> issues = new ArrayList<>();
        Iterator<ModelExport> found =
                ServiceLoader.load(ModelExport.class, loader).iterator();
        int failures = 0;
        while (failures < MOST_FAILURES_IN_A_ROW) {
            try {
                if (!found.hasNext()) {
                    break;
                }
                add(found.next(), byName, issues);
                failures = 0;
            } catch (ServiceConfigurationError | LinkageError | RuntimeException failure) {
                failures++;
                issues.add(issue("unknown", "unknown", Diagnosis.of(failure).cause()));
            }
        }
        return new ExportFormats(byName, issues);
    }

    private static void add(ModelExport export, Map<String, ModelExport> byName, List<PluginIssue> issues) {
        String source = PluginSource.of(export.getClass());
        if (export.spiVersion() != SpiVersion.CURRENT) {
            issues.add(issue(
                    export.format(),
                    source,
                    "it was compiled against version " + export.spiVersion() + " of the contract, and this is "
                            + SpiVersion.CURRENT));
        } else if (byName.putIfAbsent(export.format(), export) != null) {
            issues.add(issue(export.format(), source, "another plugin has a format of this name"));
        }
    }

    private static PluginIssue issue(String subject, String source, String cause) {
        return new PluginIssue("export format", subject, source, cause, "use another version of the plugin");
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
     * @throws DiaboloException (USER) where there is none, with those that there are
     */
    public ModelExport require(String name) {
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
