package dev.diabolo.data.digits;

import dev.diabolo.data.BuiltInSource;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The built-in data set {@code digits}: handwritten digits that Diabolo draws itself, so that there is something to learn
 * from without a download.
 *
 * <p><b>Shapes</b>: {@code [1, 28, 28]}, labelled 0 to 9, balanced and in random order. <b>Units</b>: the share of ink, 0
 * to 1. 60,000 examples to train on and 10,000 to test on, or as many as asked for; a smaller set is the beginning of a
 * larger one. The same bits on every machine and with any number of threads (see the package).
 *
 * <p><b>Source</b>: our own design. Size, centring and the amount of ink follow MNIST (LeCun, Cortes and Burges 1998), no
 * picture of which is in it.
 *
 * <p>Stateless, and safe for use by several threads; each opening draws anew.
 */
public final class DigitsSource implements BuiltInSource {
    /** The seed of every {@code digits} data set: another one would be another data set under the same name. */
    static final long SEED = 28_28_10L;

    private static final int DEFAULT_TRAIN = 60_000;
    private static final int DEFAULT_TEST = 10_000;

    /** 784 MB of pixels; an array ends at 2.7 times as many. */
    private static final int MOST = 1_000_000;

    private static final Pattern SIZES = Pattern.compile("([1-9][0-9]{0,6})\\+([1-9][0-9]{0,6})");

    @Inject
    public DigitsSource() {}

    @Override
    public String name() {
        return "digits";
    }

    @Override
    public String summary() {
        return "28 x 28 grey handwritten digits, drawn by Diabolo itself: 60000 to train on, 10000 to test on";
    }

    /**
     * Draws the data set; the default one takes a few seconds of one core.
     *
     * @param arguments empty, or {@code TRAIN+TEST}, the two numbers of examples, each from 1 to 1000000
     * @throws DiaboloException (USER, {@code data.digits-arguments}) where the arguments are anything else
     */
    @Override
    public Dataset open(String arguments) {
        if (arguments.isEmpty()) {
            return draw(name(), DEFAULT_TRAIN, DEFAULT_TEST);
        }
        Matcher sizes = SIZES.matcher(arguments);
        if (!sizes.matches()) {
            throw notUnderstood(arguments);
        }
        int train = Integer.parseInt(sizes.group(1));
        int test = Integer.parseInt(sizes.group(2));
        if (train > MOST || test > MOST) {
            throw notUnderstood(arguments);
        }
        return draw(name() + ":" + arguments, train, test);
    }

    private Dataset draw(String name, int train, int test) {
        DigitsGenerator generator =
                new DigitsGenerator(SEED, Runtime.getRuntime().availableProcessors());
        String origin = "drawn by Diabolo: " + train + " training and " + test + " test digits, seed " + SEED;
        return new Dataset(
                name,
                origin,
                generator.examples(Split.TRAIN, train),
                Optional.of(generator.examples(Split.TEST, test)));
    }

    private DiaboloException notUnderstood(String arguments) {
        return DiaboloException.user(
                "data.digits-arguments",
                Problem.of("'" + arguments + "' is not a size of the data set")
                        .at(name())
                        .allowed("nothing, or TRAIN+TEST with two whole numbers from 1 to " + MOST
                                + ", such as 6000+1000"));
    }
}
