/**
 * The built-in data set {@code digits}: grey pictures of handwritten digits, drawn by a procedure.
 *
 * <p>From an example's number to its pixels: {@link dev.diabolo.data.digits.DigitArtist} picks the digit and one of the
 * ways of writing it ({@link dev.diabolo.data.digits.GlyphCatalog}), wobbles the glyph's points and joins them by smooth
 * curves ({@link dev.diabolo.data.digits.Stroke}), bends, slants and turns the whole as one writer would
 * ({@link dev.diabolo.data.digits.Handwriting}), places it in the frame ({@link dev.diabolo.data.digits.Trace}) and inks
 * it ({@link dev.diabolo.data.digits.Pen}).
 *
 * <p>Everything on this way is addition, multiplication, division, square root and {@link java.lang.StrictMath}, which
 * Java 17 defines to the last bit, and random bits of {@link java.util.SplittableRandom#nextLong()}: the same example has
 * the same pixels on every machine and with any number of threads.
 */
@NullMarked
package dev.diabolo.data.digits;

import org.jspecify.annotations.NullMarked;
