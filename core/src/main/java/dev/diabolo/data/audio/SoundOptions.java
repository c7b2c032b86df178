package dev.diabolo.data.audio;

import dev.diabolo.spi.option.Option;
import java.util.List;

/** How recordings become examples. */
public record SoundOptions(
        @Option(
                help = "sampling rate that every file must have; 0 for that of the first; nothing is resampled",
                unit = "Hz",
                defaultValue = "0",
                min = 0,
                max = 10_000_000)
        int rate,

        @Option(
                help = "how much sound a frame is of",
                unit = "ms",
                defaultValue = "25",
                min = 0,
                minExclusive = true,
                max = 10_000)
        double window,

        @Option(
                help = "from the beginning of a frame to that of the next",
                unit = "ms",
                defaultValue = "10",
                min = 0,
                minExclusive = true,
                max = 10_000)
        double hop,

        @Option(help = "mel bands of a frame", defaultValue = "40", min = 1, max = 1024)
        int bands,

        @Option(help = "where the lowest band begins", unit = "Hz", defaultValue = "20", min = 0, max = 5_000_000)
        double lowest,

        @Option(
                help = "where the highest band ends; 0 for half the sampling rate",
                unit = "Hz",
                defaultValue = "0",
                min = 0,
                max = 5_000_000)
        double highest,

        @Option(help = "frames of an example", defaultValue = "64", min = 1, max = 1_000_000)
        int frames,

        @Option(
                help =
                        "from the first frame of an example to that of the next; 0 for as many as an example has, so that"
                                + " examples do not overlap",
                unit = "frames",
                defaultValue = "0",
                min = 0,
                max = 1_000_000)
        int stride,

        @Option(
                help = "names of sub-folders in the order of their labels; others follow in the order of their names",
                defaultValue = "")
        List<String> classes) {
    public SoundOptions {
        classes = List.copyOf(classes);
    }

    SoundOptions with(int found, List<String> names) {
        return new SoundOptions(found, window, hop, bands, lowest, highest, frames, stride, names);
    }
}
