package dev.diabolo.cli;

import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.data.ExamplesView;

/** The first of some examples. */
record FirstExamples(Examples source, int size) implements ExamplesView {}
