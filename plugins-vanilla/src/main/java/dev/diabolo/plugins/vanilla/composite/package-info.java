/** A loss of several terms: reconstruction errors, and penalties on code, encoder and decoder. */
@NullMarked
package dev.diabolo.plugins.vanilla.composite;

import org.jspecify.annotations.NullMarked;
