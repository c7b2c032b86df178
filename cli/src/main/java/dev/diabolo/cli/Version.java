package dev.diabolo.cli;

import dev.diabolo.Diabolo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"diabolo " + Diabolo.version()};
    }
}
