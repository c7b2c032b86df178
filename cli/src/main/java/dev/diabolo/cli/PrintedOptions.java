package dev.diabolo.cli;

import dev.diabolo.OptionDescription;
import java.util.List;

/** Settings as {@code describe} prints them. */
final class PrintedOptions {
    private PrintedOptions() {}

    /**
     * @param section what their keys begin with: "encoder"
     */
    static void print(Console console, String section, List<OptionDescription> options) {
        if (options.isEmpty()) {
            console.print("  no settings");
        }
        for (OptionDescription option : options) {
            console.print("");
            String unit = option.unit().isEmpty() ? "" : " [" + option.unit() + "]";
            console.print("  " + section + "." + option.key() + unit);
            console.print("      " + option.help());
            console.print("      default " + option.defaultValue() + "; allowed: " + option.allowed());
            if (!option.when().isEmpty()) {
                console.print("      matters where " + option.when());
            }
        }
    }
}
