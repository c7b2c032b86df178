/** Guice modules, one for each internal package, and what they assemble. The injector stays in here. */
@NullMarked
package dev.diabolo.wiring;

import org.jspecify.annotations.NullMarked;
