/**
 * The built-in data set {@code shapes}: coloured shapes on textured grounds, drawn by Diabolo itself.
 *
 * <p>The same bits on every machine and with any number of threads: a picture depends on seed, part and number only, its random
 * numbers are those of {@link dev.diabolo.data.Chance}, and all functions beyond plain arithmetic are {@link StrictMath}'s.
 */
@NullMarked
package dev.diabolo.data.shapes;

import org.jspecify.annotations.NullMarked;
