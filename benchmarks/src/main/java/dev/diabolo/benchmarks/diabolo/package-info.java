/** Diabolo under measurement, by the ways that any embedding program has: recipes, a listener, and components of its own. */
@NullMarked
package dev.diabolo.benchmarks.diabolo;

import org.jspecify.annotations.NullMarked;
