package dev.diabolo.cli;

import picocli.CommandLine.Option;

/** How much a command says. */
final class OutputOptions {
    @Option(names = "--json", description = "Print one JSON object on standard output, and nothing else there.")
    boolean json;

    @Option(names = "--quiet", description = "Print no progress, only results and errors.")
    boolean quiet;
}
