package dev.diabolo.data;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.Arrays;
import java.util.SplittableRandom;

/** Ways to divide a data set. */
public final class Splits {
    private Splits() {}

    /**
     * Two sets of examples without a common one, together all of them.
     *
     * @param train what to learn from
     * @param validation what to judge by while learning
     */
    public record HeldOut(Examples train, Examples validation) {}

    /**
     * Sets examples aside at random, at least one and never all. Which ones depends on the seed and the number of
     * examples only; both parts keep the order of the source.
     *
     * @param fraction the share to set aside, above 0 and below 1
     * @throws DiaboloException (USER) where the fraction is not in that range or there are fewer than two examples
     */
    public static HeldOut holdOut(Examples examples, double fraction, long seed) {
        if (!(fraction > 0 && fraction < 1)) {
            throw DiaboloException.user(
                    "data.bad-fraction",
                    Problem.of("a share of " + fraction + " cannot be held out").allowed("above 0 and below 1"));
        }
        int size = examples.size();
        if (size < 2) {
            throw DiaboloException.user(
                    "data.too-few-examples",
                    Problem.of("one example cannot be divided into training and validation")
                            .allowed("at least two examples"));
        }
        int[] order = shuffled(size, seed);
        int validation = (int) Math.max(1, Math.min(size - 1L, Math.round(size * fraction)));
        int[] heldOut = Arrays.copyOfRange(order, 0, validation);
        int[] kept = Arrays.copyOfRange(order, validation, size);
        Arrays.sort(heldOut);
        Arrays.sort(kept);
        return new HeldOut(Subset.of(examples, kept), Subset.of(examples, heldOut));
    }

    /** Fisher and Yates's shuffle. */
    private static int[] shuffled(int size, long seed) {
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[other];
            order[other] = swapped;
        }
        return order;
    }
}
