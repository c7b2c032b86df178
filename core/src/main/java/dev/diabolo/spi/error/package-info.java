/** Errors: one exception, a kind with an exit code, and problems told so that a user can mend them. */
@NullMarked
package dev.diabolo.spi.error;

import org.jspecify.annotations.NullMarked;
