/** What is made of the measurements: medians, ratios, a table and JSON. */
@NullMarked
package dev.diabolo.benchmarks.report;

import org.jspecify.annotations.NullMarked;
