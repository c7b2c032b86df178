package dev.diabolo.data.pictures;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.option.Option;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How pictures become examples. */
public record PictureOptions(
        @Option(
                help =
                        "width and height that each picture is brought to, as 32x32; none leaves them as they are, and all"
                                + " must be of one size then",
                defaultValue = "none")
        String resize,

        @Option(
                help = "what resizing does with the picture's form: stretch changes it, crop cuts the middle out",
                defaultValue = "stretch")
        Fit fit,

        @Option(
                help = "how a picture is made smaller: area takes the mean of all that a pixel covers, bilinear"
                        + " interpolates between the nearest four; both interpolate where it is made larger",
                defaultValue = "area")
        Filter filter,

        @Option(help = "grey is one channel, rgb are three; as-is takes what the pictures have", defaultValue = "as-is")
        Colour colour,

        @Option(
                help = "whether to go on without pictures that cannot be read, each of which is named in a warning",
                defaultValue = "false")
        boolean skipBad,

        @Option(
                help = "the largest picture that is decoded; a file that announces more is bad",
                unit = "megapixels",
                defaultValue = "64",
                min = 1,
                max = 1000)
        int largest,

        @Option(
                help = "names of sub-folders in the order of their labels; others follow in the order of their names",
                defaultValue = "")
        List<String> classes) {

    private static final String NONE = "none";

    /** 8192 by 8192: an example of three channels takes 800 MB. */
    private static final long MOST_PIXELS = 1L << 26;

    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,4})x([1-9][0-9]{0,4})");

    /** What becomes of a picture's form. */
    public enum Fit {
        STRETCH,
        CROP
    }

    /** How a picture is made smaller. */
    public enum Filter {
        AREA,
        BILINEAR
    }

    /** How many channels there are. */
    public enum Colour {
        AS_IS,
        GREY,
        RGB
    }

    public PictureOptions {
        classes = List.copyOf(classes);
        if (!resize.equals(NONE) && !SIZE.matcher(resize).matches()) {
            throw DiaboloException.user(
                    "options.invalid",
                    Problem.of("'" + resize + "' is not a width and a height")
                            .at("resize")
                            .allowed("none, or WIDTHxHEIGHT with numbers from 1 to 99999, as 32x32"));
        }
        size(resize)
                .filter(size -> (long) size.width() * size.height() > MOST_PIXELS)
                .ifPresent(size -> {
                    throw DiaboloException.user(
                            "options.invalid",
                            Problem.of(size + " are too many pixels for an example")
                                    .at("resize")
                                    .allowed("at most " + MOST_PIXELS + " pixels, as 8192x8192"));
                });
    }

    /** The size that pictures are brought to. */
    Optional<Size> size() {
        return size(resize);
    }

    private static Optional<Size> size(String resize) {
        Matcher matcher = SIZE.matcher(resize);
        return matcher.matches()
                ? Optional.of(new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    PictureOptions with(Colour found, List<String> names) {
        return new PictureOptions(resize, fit, filter, found, skipBad, largest, names);
    }

    /** In pixels. */
    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + "x" + height;
        }
    }
}
