package dev.diabolo.cli;

import dev.diabolo.DataDescription;
import dev.diabolo.Diabolo;
import java.util.LinkedHashMap;
import java.util.Map;
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
                    console.json(Map.of("sources", diabolo.dataSources()));
                    return 0;
                }
                Table table = new Table("SOURCE", "WHAT IT IS");
                diabolo.dataSources().forEach(table::row);
                table.row("PATH", "a CSV, NPY, NPZ or IDX file, or a directory of IDX files");
                table.print(console);
            }
            return 0;
        }
    }

    /** {@code diabolo data describe}. */
    @Command(
            name = "describe",
            mixinStandardHelpOptions = true,
            description = "Reads a data set and tells what it holds.")
    static final class DescribeCommand implements Callable<Integer> {
        private final Console console;

        @Parameters(index = "0", paramLabel = "SOURCE", description = "A name or a path; see 'diabolo data list'.")
        private String source = "";

        @Mixin
        private OutputOptions output = new OutputOptions();

        DescribeCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Diabolo diabolo = Host.open(console, output.quiet)) {
                DataDescription data = diabolo.describe(diabolo.data(source));
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
