package dev.diabolo.exchange.dl4j;

/**
 * A layer as a file has it.
 *
 * @param imported what it does
 * @param hasBias whether the file has a bias for it; else it is zero
 */
record FileLayer(NetworkLayer imported, boolean hasBias) {
    /** How many numbers the file has for it. */
    long parameters() {
        return imported.parameters(hasBias);
    }
}
