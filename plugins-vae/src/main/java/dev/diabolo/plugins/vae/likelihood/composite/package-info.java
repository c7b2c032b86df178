/**
 * Mixed tables: Nazabal, Olmos, Ghahramani and Valera, Handling incomplete heterogeneous data using VAEs, Pattern Recognition 2020.
 */
@NullMarked
package dev.diabolo.plugins.vae.likelihood.composite;

import org.jspecify.annotations.NullMarked;
