/**
 * From layers of recipe, files, environment and command line to option records.
 *
 * <p>The only package that knows Apache Commons Configuration (and, below it, SnakeYAML and Jackson).
 */
@NullMarked
package dev.diabolo.config;

import org.jspecify.annotations.NullMarked;
