/** Options: annotated records, the only place where defaults, ranges and help texts live. */
@NullMarked
package dev.diabolo.spi.option;

import org.jspecify.annotations.NullMarked;
