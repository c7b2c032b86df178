package dev.diabolo.data.sequences;

import dev.diabolo.spi.option.Option;
import java.util.List;

/** How the rows of a table become sequences. */
public record SequenceOptions(
        @Option(
                help =
                        "what a row is: series has one time step of the only sequence in a file, long has one time step of the"
                                + " sequence that its id names, wide has a whole sequence",
                defaultValue = "series")
        Layout layout,

        @Option(
                help = "length of an example; 0 for that of the whole sequences, which must be of one length then",
                unit = "time steps",
                defaultValue = "0",
                min = 0,
                max = 10_000_000)
        int window,

        @Option(
                help =
                        "from the beginning of an example to that of the next; 0 for the window's length, so that examples do"
                                + " not overlap",
                unit = "time steps",
                defaultValue = "0",
                min = 0,
                max = 10_000_000)
        int stride,

        @Option(
                help = "the column that tells sequences apart; its rows need not be together",
                defaultValue = "id",
                when = "layout=long")
        String id,

        @Option(
                help =
                        "the column that orders the steps of a sequence, where there is one; otherwise the rows are in order",
                defaultValue = SequenceOptions.TIME,
                when = "layout=series,long")
        String time,

        @Option(
                help =
                        "the columns that are values, in this order; all others but id, time and label where it is empty",
                defaultValue = "",
                when = "layout=series,long")
        List<String> columns,

        @Option(
                help = "values of a time step; a row has all steps of the first, then all of the second, and so on",
                defaultValue = "1",
                min = 1,
                max = 1_000_000,
                when = "layout=wide")
        int channels,

        @Option(
                help =
                        "of a folder of files: names of sub-folders in the order of their labels; others follow in the order"
                                + " of their names",
                defaultValue = "")
        List<String> classes) {
    static final String TIME = "time";

    /** What a row of the table is. */
    public enum Layout {
        SERIES,
        LONG,
        WIDE
    }

    public SequenceOptions {
        columns = List.copyOf(columns);
        classes = List.copyOf(classes);
    }

    /** Whether a file may lack the column of times: nobody asked for one. */
    boolean timeMayLack() {
        return time.equals(TIME);
    }

    SequenceOptions with(int length, List<String> values, List<String> names) {
        return new SequenceOptions(layout, length, stride, id, time, values, channels, names);
    }
}
