package dev.diabolo.data;

import java.util.SplittableRandom;

/**
 * Random numbers that belong to one key: the same key gives the same numbers, whatever was drawn before and on whichever
 * thread. Takes only whole 64-bit words from {@link SplittableRandom} and turns them into numbers by plain arithmetic, so
 * that no library's choice of algorithm enters. Not safe for use by several threads.
 */
public final class Chance {
    /** 2^64 divided by the golden ratio, made odd (Knuth, The Art of Computer Programming 3, 6.4). */
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    private static final double UNIT_OF_53_BITS = 0x1.0p-53;
    private static final double UNIT_OF_21_BITS = 0x1.0p-21;
    private static final long LOW_21_BITS = (1L << 21) - 1;

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** The random numbers of one key; the order of its words counts. */
    public static Chance keyed(long... words) {
        long hash = 0;
        for (long word : words) {
            hash = mix(hash * GOLDEN_GAMMA + word + GOLDEN_GAMMA);
        }
        return new Chance(new SplittableRandom(hash));
    }

    /** The random numbers of a generator that the caller has seeded, from where it stands. */
    static Chance of(SplittableRandom random) {
        return new Chance(random);
    }

    /** 64 random bits. */
    public long bits() {
        return random.nextLong();
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * ((random.nextLong() >>> 11) * UNIT_OF_53_BITS);
    }

    /** Uniform in [0, bound). */
    public int below(int bound) {
        return (int) between(0, bound);
    }

    /**
     * A bell-shaped number of mean 0 and standard deviation 1 that never leaves [-3, 3]: the sum of three uniform ones.
     * Bounded on purpose, because a rare wild draw would make a digit that nobody can read.
     */
    public double bell() {
        long word = random.nextLong();
        long sum = (word & LOW_21_BITS) + (word >>> 21 & LOW_21_BITS) + (word >>> 42 & LOW_21_BITS);
        return 2 * sum * UNIT_OF_21_BITS - 3;
    }

    /** Bell-shaped around {@code mean}, never more than three deviations away. */
    public double around(double mean, double deviation) {
        return mean + deviation * bell();
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014; constants by Stafford, variant 13). */
    private static long mix(long word) {
        long mixed = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
