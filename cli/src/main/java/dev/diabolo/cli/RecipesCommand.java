package dev.diabolo.cli;

import dev.diabolo.Diabolo;
import dev.diabolo.RecipeDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code diabolo recipes}. */
@Command(
        name = "recipes",
        mixinStandardHelpOptions = true,
        description = "Tells what can be trained.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RecipesCommand.ListCommand.class, RecipesCommand.DescribeCommand.class})
final class RecipesCommand {

    /** {@code diabolo recipes list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the recipes that are installed.")
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
                List<RecipeDescription> recipes = diabolo.recipes();
                if (output.json) {
                    console.json(Map.of("recipes", recipes));
                    return 0;
                }
                Table table = new Table("RECIPE", "WHAT IT IS");
                recipes.forEach(recipe -> table.row(recipe.name(), recipe.summary()));
                table.print(console);
            }
            return 0;
        }
    }

    /** {@code diabolo recipes describe}. */
    @Command(
            name = "describe",
            mixinStandardHelpOptions = true,
            description = "Lists a recipe's settings and their values.")
    static final class DescribeCommand implements Callable<Integer> {
        private final Console console;

        @Parameters(index = "0", paramLabel = "NAME", description = "A recipe, such as ae.")
        private String name = "";

        @Mixin
        private OutputOptions output = new OutputOptions();

        DescribeCommand(Console console) {
            this.console = console;
        }

        @Override
        public Integer call() {
            try (Diabolo diabolo = Host.open(console, output.quiet)) {
                RecipeDescription recipe = diabolo.training(name).describe();
                if (output.json) {
                    console.json(json(recipe));
                    return 0;
                }
                console.print(recipe.name() + ": " + recipe.summary());
                console.print("from " + recipe.source());
                console.print("");
                Table table = new Table("SETTING", "VALUE");
                recipe.variables().forEach((key, value) -> table.row(key, text(value)));
                recipe.settings().forEach((key, value) -> table.row(key, text(value)));
                table.print(console);
            }
            return 0;
        }

        private static Map<String, Object> json(RecipeDescription recipe) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", recipe.name());
            json.put("summary", recipe.summary());
            json.put("source", recipe.source());
            json.put("variables", recipe.variables());
            json.put("settings", recipe.settings());
            return json;
        }

        private static String text(Object value) {
            return value instanceof List<?> list
                    ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
                    : String.valueOf(value);
        }
    }
}
