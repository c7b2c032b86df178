/**
 * What is the same for every engine: workloads, data, the clock, and the process that measures one engine. The modules of the
 * peers use this package and nothing else of ours.
 */
@NullMarked
package dev.diabolo.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
