/** Files that are either there as a whole or not at all. */
@NullMarked
package dev.diabolo.files;

import org.jspecify.annotations.NullMarked;
