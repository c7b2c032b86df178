package dev.diabolo.benchmarks;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the classes of each contender are: those of this process, or those of a module that only the build profile
 * {@code peers} builds.
 *
 * @param home the folder of this module
 */
record ClassPaths(Path home) {
    /** Set by the launcher. */
    private static final String HOME = "diabolo.benchmarks";

    static ClassPaths ofCheckout() {
        return new ClassPaths(Path.of(System.getProperty(HOME, "")).toAbsolutePath());
    }

    static String ofThisProcess() {
        return System.getProperty("java.class.path");
    }

    boolean isBuilt(Contender contender) {
        return contender.module().isEmpty()
                || (Files.isRegularFile(dependencies(contender)) && Files.isRegularFile(engine(contender)));
    }

    /**
     * The class path of a contender's processes.
     *
     * @throws DiaboloException (USER) where its module is not built, with the command that does
     */
    String of(Contender contender) {
        if (contender.module().isEmpty()) {
            return ofThisProcess();
        }
        if (!isBuilt(contender)) {
            throw DiaboloException.user(
                    "benchmark.peer-not-built",
                    Problem.of("the peer '" + contender.id() + "' is not built")
                            .at("--peers")
                            .remedy(
                                    "build the peers with: mvn -Ppeers -pl benchmarks/tensorflow,benchmarks/djl -am package"
                                            + " -DskipTests  (this downloads about half a gigabyte the first time)"));
        }
        try {
            return classes(contender)
                    + File.pathSeparator
                    + Files.readString(dependencies(contender)).strip();
        } catch (IOException e) {
            throw DiaboloException.resource(
                    "benchmark.class-path-unreadable",
                    Problem.of("the class path of '" + contender.id() + "' cannot be read: " + e.getMessage())
                            .at(dependencies(contender).toString()),
                    e);
        }
    }

    private Path classes(Contender contender) {
        return home.resolve(contender.module()).resolve("target").resolve("classes");
    }

    private Path engine(Contender contender) {
        return classes(contender).resolve(contender.engine().replace('.', '/') + ".class");
    }

    private Path dependencies(Contender contender) {
        return home.resolve(contender.module()).resolve("target").resolve("dependencies.txt");
    }
}
