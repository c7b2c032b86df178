package dev.diabolo.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The cores that this process may use. */
final class Cores {
    private static final Path CPUS = Path.of("/proc/cpuinfo");

    private Cores() {}

    /** Without the second threads of cores, where Linux tells; never more than Java may use. */
    static int physical() {
        int available = Runtime.getRuntime().availableProcessors();
        try {
            int found = Files.exists(CPUS) ? count(Files.readAllLines(CPUS)) : 0;
            return found == 0 ? available : Math.min(found, available);
        } catch (IOException unreadable) {
            return available;
        }
    }

    /** The distinct pairs of socket and core; 0 where the text tells of none. */
    static int count(List<String> lines) {
        Set<String> cores = new HashSet<>();
        String socket = "";
        for (String line : lines) {
            if (line.startsWith("physical id")) {
                socket = line;
            } else if (line.startsWith("core id")) {
                cores.add(socket + line);
            }
        }
        return cores.size();
    }
}
