/** Options as data: the schema of an annotated record, and values read, checked and written by it. */
@NullMarked
package dev.diabolo.options;

import org.jspecify.annotations.NullMarked;
