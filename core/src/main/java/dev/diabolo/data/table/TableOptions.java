package dev.diabolo.data.table;

import dev.diabolo.spi.option.Option;
import java.util.List;

/** What the columns of a table are. */
public record TableOptions(
        @Option(
                help =
                        "the columns that a model is conditioned on: encoder and decoder are given them, and they are no values of an"
                                + " example",
                defaultValue = "")
        List<String> condition,

        @Option(
                help = "of these, the columns whose numbers are names of categories; those of texts are so anyway",
                defaultValue = "")
        List<String> categorical,

        @Option(
                help =
                        "the columns that are values of an example, in this order; all others but label where it is empty",
                defaultValue = "")
        List<String> columns) {
    public TableOptions {
        condition = List.copyOf(condition);
        categorical = List.copyOf(categorical);
        columns = List.copyOf(columns);
    }
}
