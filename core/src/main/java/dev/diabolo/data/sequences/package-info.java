/** Sequences of numbers in text files, whole or cut into windows. */
@NullMarked
package dev.diabolo.data.sequences;

import org.jspecify.annotations.NullMarked;
