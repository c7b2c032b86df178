/** The contract of plugins: component kinds, their providers and products. */
@NullMarked
package dev.diabolo.spi;

import org.jspecify.annotations.NullMarked;
