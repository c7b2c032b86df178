/** Codes on disk in few bits: quantised, entropy-coded, and checked. */
@NullMarked
package dev.diabolo.compression;

import org.jspecify.annotations.NullMarked;
