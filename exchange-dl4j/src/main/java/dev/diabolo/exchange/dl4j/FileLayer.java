package dev.diabolo.exchange.dl4j;

/**
 * A fully connected layer as a file has it.
 *
 * @param imported its sizes and activation
 * @param hasBias whether the file has a bias for it; else it is zero
 */
record FileLayer(ImportedLayer imported, boolean hasBias) {
    int in() {
        return imported.in();
    }

    int out() {
        return imported.out();
    }

    /** How many numbers its weight has. */
    int weights() {
        return Math.toIntExact((long) in() * out());
    }

    /** How many numbers the file has for it. */
    long parameters() {
        return (long) in() * out() + (hasBias ? out() : 0);
    }
}
