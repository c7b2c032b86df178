/** Tables whose columns have names: which of them are values of an example, and which it is conditioned on. */
@NullMarked
package dev.diabolo.data.table;

import org.jspecify.annotations.NullMarked;
