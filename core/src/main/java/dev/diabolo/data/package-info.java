/**
 * Data: built-in and downloadable sets, readers for IDX, NPY, NPZ and CSV, scaling, splitting, summaries and writers.
 *
 * <p>Every reader turns a number into a 32-bit float the same way (through a double, rounded once), so that the same
 * numbers give the same bits in whichever format they came.
 */
@NullMarked
package dev.diabolo.data;

import org.jspecify.annotations.NullMarked;
