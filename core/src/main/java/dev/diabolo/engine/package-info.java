/**
 * The engine: compiles the graphs that components build to plans, and replays them. It owns the only training loop, all
 * randomness and all native memory.
 */
@NullMarked
package dev.diabolo.engine;

import org.jspecify.annotations.NullMarked;
