package dev.diabolo.cli;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/**
 * How a command that trains nothing reads its data: the settings below {@code data.}, written as for training. A command may
 * take settings of other sections the same way.
 */
final class DataSettingsOption {
    private static final String DATA = "data";

    @Option(
            names = "--set",
            paramLabel = "data.KEY=VALUE",
            description =
                    "How files are read; may be repeated. 'diabolo data list' names the readers, and 'diabolo data"
                            + " describe READER' their settings.")
    private List<String> assignments = List.of();

    private final List<String> sections;

    /**
     * @param others sections besides that of the data
     */
    DataSettingsOption(String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        all.add(0, DATA);
        this.sections = List.copyOf(all);
    }

    /** The settings of the data by key, without {@code data.}. */
    Map<String, String> values() {
        return values(DATA);
    }

    /** The settings of a section by key, without its name. */
    Map<String, String> values(String section) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String key = equals < 0 ? "" : assignment.substring(0, equals).strip();
            if (sections.stream().noneMatch(known -> key.startsWith(known + "."))) {
                problems.add(unknown(assignment));
            } else if (key.startsWith(section + ".")
                    && values.put(
                                    key.substring(section.length() + 1),
                                    assignment.substring(equals + 1).strip())
                            != null) {
                problems.add(Problem.of("the setting is given twice").at(key).remedy("keep one of them"));
            }
        }
        if (!problems.isEmpty()) {
            throw new DiaboloException(ErrorKind.USER, "option.invalid", problems, null);
        }
        return values;
    }

    private Problem unknown(String assignment) {
        String others = sections.stream()
                .skip(1)
                .map(section -> "; " + section + ".KEY=VALUE")
                .collect(Collectors.joining());
        return Problem.of("'" + assignment + "' does not say how data are read")
                .at("--set")
                .allowed("data.KEY=VALUE, such as data.resize=32x32" + others);
    }
}
