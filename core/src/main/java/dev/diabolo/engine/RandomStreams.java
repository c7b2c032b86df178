package dev.diabolo.engine;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/**
 * All randomness of a run: a stream for each (seed, purpose, epoch, step, example), whatever was drawn before and on
 * whichever thread. Immutable.
 *
 * <p>The key is mixed with the finaliser of SplitMix64 (Steele et al. 2014, figure 16, variant 13 of Stafford) after each
 * part, and seeds a {@link SplittableRandom}.
 */
public final class RandomStreams {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final long seed;

    /** The streams of one run. */
    public RandomStreams(long seed) {
        this.seed = seed;
    }

    /** A stream that does not change over a run: initial values, by a parameter's name. */
    public SplittableRandom stream(String purpose) {
        return new SplittableRandom(key(purpose));
    }

    /** A stream of one epoch: shuffling. */
    public SplittableRandom stream(String purpose, long epoch) {
        return new SplittableRandom(combine(key(purpose), epoch));
    }

    /** A stream of one example of one step: noise. */
    public SplittableRandom stream(String purpose, long epoch, long step, long example) {
        return new SplittableRandom(combine(combine(combine(key(purpose), epoch), step), example));
    }

    private long key(String purpose) {
        long key = mix(seed);
        for (byte letter : purpose.getBytes(StandardCharsets.UTF_8)) {
            key = combine(key, letter);
        }
        return key;
    }

    private static long combine(long key, long part) {
        return mix(key + GOLDEN_GAMMA * (part + 1));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
