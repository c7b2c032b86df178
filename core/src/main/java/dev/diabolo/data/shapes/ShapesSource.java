package dev.diabolo.data.shapes;

import dev.diabolo.data.BuiltInSource;
import dev.diabolo.data.BytePictures;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The built-in data set {@code shapes}: pictures in colour to learn from without a download.
 *
 * <p><b>Shapes</b>: {@code [3, 32, 32]}, labelled by the shape: 0 circle, 1 square, 2 triangle, 3 star, 4 cross, 5 ring, 6
 * crescent, 7 bar; balanced and in random order. <b>Units</b>: 0 to 1. 10,000 examples to train on and 2,000 to test on, or as
 * many as asked for; a smaller set is the beginning of a larger one.
 *
 * <p>Place, size, angle, brightness and shade of a shape are random. So is its hue within an eighth of the colour circle that
 * belongs to its class; and that of the ground, within a fifth of the circle that belongs to its texture (clouds, stripes, a
 * gradient, checks). So a grey picture tells which colours it has, to whoever recognises shape and texture, but for what is
 * random; and a coarse or incomplete one tells where its edges go on.
 *
 * <p><b>Source</b>: our own design. Stateless, and safe for use by several threads; each opening draws anew.
 */
public final class ShapesSource implements BuiltInSource {
    /** The seed of every {@code shapes} data set: another one would be another data set under the same name. */
    static final long SEED = 3_32_32_8L;

    static final long TRAIN = 0x7261696eL;
    static final long TEST = 0x74657374L;
    private static final TensorSpec SPEC = TensorSpec.of(3, ShapeArtist.SIDE, ShapeArtist.SIDE);
    private static final int DEFAULT_TRAIN = 10_000;
    private static final int DEFAULT_TEST = 2_000;

    /** 1.2 GB; an array ends at not twice as many. */
    private static final int MOST = 400_000;

    private static final Pattern SIZES = Pattern.compile("([1-9][0-9]{0,6})\\+([1-9][0-9]{0,6})");

    @Inject
    public ShapesSource() {}

    @Override
    public String name() {
        return "shapes";
    }

    @Override
    public String summary() {
        return "32 x 32 pictures in colour of 8 kinds of shapes on textured grounds, drawn by Diabolo itself: 10000 to"
                + " train on, 2000 to test on";
    }

    /**
     * Draws the data set.
     *
     * @param arguments empty, or {@code TRAIN+TEST}, the two numbers of examples, each from 1 to 400000
     * @throws DiaboloException (USER, {@code data.shapes-arguments}) where the arguments are anything else
     */
    @Override
    public Dataset open(String arguments) {
        Matcher sizes = SIZES.matcher(arguments);
        if (!arguments.isEmpty() && !sizes.matches()) {
            throw notUnderstood(arguments);
        }
        int train = arguments.isEmpty() ? DEFAULT_TRAIN : Integer.parseInt(sizes.group(1));
        int test = arguments.isEmpty() ? DEFAULT_TEST : Integer.parseInt(sizes.group(2));
        if (train > MOST || test > MOST) {
            throw notUnderstood(arguments);
        }
        String classes = Arrays.stream(Shape.values())
                .map(shape -> shape.ordinal() + " " + shape.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new Dataset(
                arguments.isEmpty() ? name() : name() + ":" + arguments,
                "drawn by Diabolo: " + train + " training and " + test + " test pictures, seed " + SEED + "; classes "
                        + classes,
                draw(new ShapeArtist(SEED, TRAIN), train),
                Optional.of(draw(new ShapeArtist(SEED, TEST), test)));
    }

    /** The first pictures of a part, drawn on several threads. */
    private static Examples draw(ShapeArtist artist, int count) {
        byte[] values = new byte[Math.multiplyExact(count, ShapeArtist.VALUES)];
        IntStream.range(0, count).parallel().forEach(index -> artist.draw(index, values, index * ShapeArtist.VALUES));
        return new BytePictures(
                SPEC, values, IntStream.range(0, count).map(artist::label).toArray());
    }

    private DiaboloException notUnderstood(String arguments) {
        return DiaboloException.user(
                "data.shapes-arguments",
                Problem.of("'" + arguments + "' is not a size of the data set")
                        .at(name())
                        .allowed("nothing, or TRAIN+TEST with two whole numbers from 1 to " + MOST
                                + ", such as 4000+1000"));
    }
}
