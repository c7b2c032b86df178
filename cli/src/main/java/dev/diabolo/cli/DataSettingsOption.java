package dev.diabolo.cli;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.error.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How a command that trains nothing reads its data: the settings below {@code data.}, written as for training. */
final class DataSettingsOption {
    private static final String PREFIX = "data.";

    @Option(
            names = "--set",
            paramLabel = "data.KEY=VALUE",
            description =
                    "How files are read; may be repeated. 'diabolo data list' names the readers, and 'diabolo data"
                            + " describe READER' their settings.")
    private List<String> assignments = List.of();

    /** The settings by key, without {@code data.}. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String key = equals < 0 ? "" : assignment.substring(0, equals).strip();
            if (!key.startsWith(PREFIX)) {
                problems.add(Problem.of("'" + assignment + "' does not say how data are read")
                        .at("--set")
                        .allowed("data.KEY=VALUE, such as data.resize=32x32"));
            } else if (values.put(
                            key.substring(PREFIX.length()),
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
}
