/** What components build graphs with: scopes, tensors, shapes, initial values, noise. */
@NullMarked
package dev.diabolo.spi.graph;

import org.jspecify.annotations.NullMarked;
