package dev.diabolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The manual's tables of settings are what the option records say. */
class DataManualTest {
    private static final Path MANUAL = Path.of("..", "docs", "data.md");

    @Test
    void theManualHasTheSettingsOfEveryReaderAsTheyAre() throws IOException {
        String manual = Files.readString(MANUAL);
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            for (DataReaderDescription reader : diabolo.readers()) {
                assertThat(manual).contains("`" + reader.name() + "`").contains(reader.summary());
                if (!reader.options().isEmpty()) {
                    assertThat(manual).contains(table(reader.options()));
                }
            }
        }
    }

    @Test
    void theManualNamesEverySource() throws IOException {
        String manual = Files.readString(MANUAL);
        try (Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE)) {
            diabolo.dataSources()
                    .forEach((name, summary) -> assertThat(manual).contains("| `" + name + "` | " + summary + " |"));
        }
    }

    /** To bring the manual up to date, copy what the failing test shows. */
    private static String table(List<OptionDescription> options) {
        return options.stream().map(DataManualTest::row).collect(Collectors.joining("\n"));
    }

    private static String row(OptionDescription option) {
        String unit = option.unit().isEmpty() ? "" : " " + option.unit();
        String when = option.when().isEmpty() ? "" : "; matters where " + option.when();
        String defaultText = option.defaultValue().isEmpty() ? "empty" : "`" + option.defaultValue() + "`" + unit;
        return "| `data." + option.key() + "` | " + defaultText + " | " + option.allowed() + " | " + option.help()
                + when + " |";
    }
}
