package dev.diabolo.cli;

import dev.diabolo.DataDescription;
import dev.diabolo.DataReaderDescription;
import dev.diabolo.Diabolo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code diabolo data}. */
@Command(
        name = "data",
        mixinStandardHelpOptions = true,
        description = "Tells what there is to learn from.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DataCommand.ListCommand.class, DataCommand.DescribeCommand.class})
final class DataCommand {

    /** {@code diabolo data list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the data sets that have names.")
    static final class ListCommand implements Callable<Integer> {
        private final Console console;

        @Mixin
        private OutputOptions output = new OutputOptions();

        ListCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Diabolo diabolo = Host.open(console, output.quiet)) {
                if (output.json) {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("sources", diabolo.dataSources());
                    json.put("readers", readers(diabolo));
                    console.json(json);
                    return 0;
                }
                Table table = new Table("SOURCE", "WHAT IT IS");
                diabolo.dataSources().forEach(table::row);
                table.row("PATH", "a file or directory, read by one of:");
                table.print(console);
                console.print("");
                Table readers = new Table("READER", "WHAT IT READS");
                readers(diabolo).forEach(readers::row);
                readers.print(console);
                console.print("");
                console.print(
                        "The reader is found by the path, or set with --set data.reader=READER; 'diabolo data describe"
                                + " READER' lists its settings.");
            }
            return 0;
        }

        private static Map<String, String> readers(Diabolo diabolo) {
            Map<String, String> readers = new LinkedHashMap<>();
            diabolo.readers().forEach(reader -> readers.put(reader.name(), reader.summary()));
            return readers;
        }
    }

    /** {@code diabolo data describe}. */
    @Command(
            name = "describe",
            mixinStandardHelpOptions = true,
            description = "Reads a data set and tells what it holds, or lists the settings of a reader.")
    static final class DescribeCommand implements Callable<Integer> {
        private final Console console;

        @Parameters(
                index = "0",
                paramLabel = "SOURCE",
                description = "A name, a path or a reader; see 'diabolo data list'.")
        private String source = "";

        @Mixin
        private DataSettingsOption settings = new DataSettingsOption();

        @Mixin
        private OutputOptions output = new OutputOptions();

        DescribeCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Diabolo diabolo = Host.open(console, output.quiet)) {
                Optional<DataReaderDescription> reader = diabolo.readers().stream()
                        .filter(found -> found.name().equals(source))
                        .findFirst();
                if (reader.isPresent()) {
                    describe(reader.get());
                    return 0;
                }
                DataDescription data = diabolo.describe(diabolo.data(source, settings.values()));
                if (output.json) {
                    console.json(json(data));
                    return 0;
                }
                console.print(data.name() + ": " + data.origin());
                Table table = new Table("", "EXAMPLES", "SHAPE", "MIN", "MAX", "MEAN", "DEVIATION", "CLASSES");
                row(table, "train", data.train());
                data.test().ifPresent(test -> row(table, "test", test));
                table.print(console);
            }
            return 0;
        }

        private void describe(DataReaderDescription reader) {
            if (output.json) {
                console.json(Map.of("reader", reader));
                return;
            }
            console.print(reader.name() + ": " + reader.summary());
            PrintedOptions.print(console, "data", reader.options());
        }

        private static void row(Table table, String name, DataDescription.Part part) {
            table.row(
                    name,
                    String.valueOf(part.examples()),
                    part.shape(),
                    TrainingProgress.number(part.min()),
                    TrainingProgress.number(part.max()),
                    TrainingProgress.number(part.mean()),
                    TrainingProgress.number(part.standardDeviation()),
                    part.classes().isEmpty()
                            ? "no labels"
                            : String.valueOf(part.classes().size()));
        }

        private static Map<String, Object> json(DataDescription data) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", data.name());
            json.put("origin", data.origin());
            json.put("train", data.train());
            data.test().ifPresent(test -> json.put("test", test));
            return json;
        }
    }
}
