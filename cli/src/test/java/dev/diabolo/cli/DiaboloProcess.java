package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The real command in a process of its own. */
final class DiaboloProcess {
    private static final long LIMIT_SECONDS = 60;

    private final Path directory;
    private final List<String> prefix = new ArrayList<>();
    private final List<String> javaOptions = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private String classPath = classPath();

    /**
     * @param directory where the process works
     */
    DiaboloProcess(Path directory) {
        this.directory = directory;
    }

    static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static String[] texts(Object... arguments) {
        return Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new);
    }

    DiaboloProcess environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    DiaboloProcess javaOptions(String... options) {
        javaOptions.addAll(List.of(options));
        return this;
    }

    /** Puts a directory or jar of plugins on the class path. */
    DiaboloProcess plugins(Path path) {
        classPath += File.pathSeparator + path;
        return this;
    }

    /** A command that starts the command, such as {@code env}. */
    DiaboloProcess startedBy(String... command) {
        prefix.addAll(List.of(command));
        return this;
    }

    /** Those with which the launcher keeps newer versions of Java from warning. */
    private static List<String> flags() {
        List<String> flags = new ArrayList<>();
        if (Runtime.version().feature() >= 22) {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        if (Runtime.version().feature() >= 23) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return flags;
    }

    List<String> command(Object... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(java());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Xshare:auto");
        command.addAll(flags());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", classPath, "dev.diabolo.cli.Main"));
        command.addAll(List.of(texts(arguments)));
        return command;
    }

    /** Runs a command to its end. */
    Outcome run(Object... arguments) {
        return start(arguments).end();
    }

    Running start(Object... arguments) {
        return start(command(arguments));
    }

    /** Runs another command line in the same directory and environment. */
    Running start(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("DIABOLO_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        try {
            return new Running(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process under way. */
    static final class Running {
        private final Process process;
        private final Capture out;
        private final Capture error;

        private Running(Process process) {
            this.process = process;
            this.out = new Capture(process.getInputStream());
            this.error = new Capture(process.getErrorStream());
        }

        /** Waits for a text on standard error. */
        Running untilError(String text) {
            return until(error, text);
        }

        /** Waits for a text on standard output. */
        Running untilOutput(String text) {
            return until(out, text);
        }

        private Running until(Capture capture, String text) {
            try {
                capture.await(text, LIMIT_SECONDS);
                return this;
            } catch (AssertionError e) {
                process.destroyForcibly();
                throw e;
            }
        }

        /** Sends a signal by its name. */
        Running signal(String name) {
            try {
                Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
                assertThat(kill.waitFor()).isZero();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return this;
        }

        /** Types a character. */
        Running type(int character) {
            try {
                process.getOutputStream().write(character);
                process.getOutputStream().flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        }

        Outcome end() {
            try {
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("it takes longer than " + LIMIT_SECONDS + " s; standard error: " + error);
                }
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return new Outcome(process.exitValue(), out.all(), error.all());
        }
    }
}
