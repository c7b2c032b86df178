/**
 * A small network that tells classes apart: the judge of what models generate. It trains by the engine's own loop, as an
 * autoencoder without a decoder whose loss is given labels.
 */
@NullMarked
package dev.diabolo.engine.classification;

import org.jspecify.annotations.NullMarked;
