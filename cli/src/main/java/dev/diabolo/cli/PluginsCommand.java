package dev.diabolo.cli;

import dev.diabolo.Diabolo;
import dev.diabolo.PluginDescription;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code diabolo plugins}. */
@Command(
        name = "plugins",
        mixinStandardHelpOptions = true,
        description = "Tells what components are installed.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {PluginsCommand.ListCommand.class, PluginsCommand.DescribeCommand.class})
final class PluginsCommand {

    /** {@code diabolo plugins list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the components that are installed.")
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
                List<PluginDescription> plugins = diabolo.plugins();
                if (output.json) {
                    console.json(Map.of("plugins", plugins));
                    return 0;
                }
                Table table = new Table("KIND", "ID", "WHAT IT IS");
                plugins.forEach(plugin -> table.row(plugin.kind(), plugin.id(), plugin.summary()));
                table.print(console);
            }
            return 0;
        }
    }

    /** {@code diabolo plugins describe}. */
    @Command(
            name = "describe",
            mixinStandardHelpOptions = true,
            description = "Describes a component and its settings.")
    static final class DescribeCommand implements Callable<Integer> {
        private final Console console;

        @Parameters(index = "0", paramLabel = "ID", description = "A component, such as vanilla.dense.")
        private String id = "";

        @Mixin
        private OutputOptions output = new OutputOptions();

        DescribeCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Diabolo diabolo = Host.open(console, output.quiet)) {
                List<PluginDescription> found = diabolo.plugins(id);
                if (output.json) {
                    console.json(Map.of("plugins", found));
                    return 0;
                }
                found.forEach(this::print);
            }
            return 0;
        }

        private void print(PluginDescription plugin) {
            console.print(plugin.kind() + " " + plugin.id() + ": " + plugin.summary());
            console.print("  version " + plugin.version() + ", from " + plugin.source());
            PrintedOptions.print(console, plugin.kind(), plugin.options());
            console.print("");
        }
    }
}
