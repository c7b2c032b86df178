package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.option.Option;

/** Options records, sound and unsound. */
final class GalleryOptions {
    private static final String HELP = "how wide it is";

    private GalleryOptions() {}

    public record Sound(
            @Option(help = HELP, defaultValue = "2", min = 0, max = 9)
            int width,

            @Option(help = "a share", defaultValue = "0.5", min = 0, max = 1, minExclusive = true, maxExclusive = true)
            double share) {}

    public record NoHelp(
            @Option(help = " ", defaultValue = "2", min = 0) int width) {}

    public record Unbounded(
            @Option(help = HELP, defaultValue = "2") int width) {}

    public record Alike(
            @Option(help = HELP, defaultValue = "2", min = 0)
            int weight,

            @Option(help = HELP, defaultValue = "2", min = 0)
            int weights) {}

    /** Is another one after it was written and read. */
    public record Unstable(
            @Option(help = HELP, defaultValue = "2", min = 0)
            int width) {
        public Unstable {
            width = Math.min(1000, 2 * width);
        }
    }

    static Class<? extends Record> of(Damage damage) {
        return switch (damage) {
            case NO_HELP -> NoHelp.class;
            case UNBOUNDED -> Unbounded.class;
            case ALIKE -> Alike.class;
            case UNSTABLE -> Unstable.class;
            default -> Sound.class;
        };
    }
}
