/** Data sets as plugins and embedding programs see them. */
@NullMarked
package dev.diabolo.spi.data;

import org.jspecify.annotations.NullMarked;
