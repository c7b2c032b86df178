/** The {@code diabolo} command: the only package that prints or exits. */
@NullMarked
package dev.diabolo.cli;

import org.jspecify.annotations.NullMarked;
