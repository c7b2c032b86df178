package dev.diabolo.cli;

import dev.diabolo.Diabolo;

/** Makes the {@link Diabolo} of a command. */
final class Host {
    private Host() {}

    static Diabolo open(Console console, boolean quiet) {
        Diabolo diabolo = Diabolo.create(System.getenv(), new DownloadBar(console, quiet));
        diabolo.issues().forEach(issue -> console.message("warning: " + issue.message()));
        return diabolo;
    }
}
