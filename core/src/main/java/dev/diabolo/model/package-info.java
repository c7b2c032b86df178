/** Models on disk: one checked file with a description and parameters, written whole or not at all. */
@NullMarked
package dev.diabolo.model;

import org.jspecify.annotations.NullMarked;
