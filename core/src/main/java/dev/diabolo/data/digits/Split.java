package dev.diabolo.data.digits;

/** Which set an example belongs to; the two sets are drawn from unrelated random numbers. */
enum Split {
    TRAIN(0x7261696eL),
    TEST(0x74657374L);

    private final long key;

    Split(long key) {
        this.key = key;
    }

    /** What tells this set's random numbers from the other's; part of every pixel, so never to be changed. */
    long key() {
        return key;
    }
}
