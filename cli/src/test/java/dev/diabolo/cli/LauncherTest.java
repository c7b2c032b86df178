package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The launcher script, in a checkout whose Maven and Java are scripts that note what they are told. */
class LauncherTest {
    private static final Path SCRIPT =
            Path.of("").toAbsolutePath().resolve("../diabolo").normalize();

    @TempDir
    Path folder;

    private Path home;
    private Path java;
    private Path maven;

    @BeforeEach
    void checkout() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")) && Files.exists(SCRIPT), "skipped: no bash here");
        home = Files.createDirectories(folder.resolve("check out"));
        Files.copy(SCRIPT, home.resolve("diabolo"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(home.resolve("pom.xml"), "");
        Files.createDirectories(home.resolve("cli/src/main/java"));
        Files.writeString(home.resolve("cli/src/main/java/A.java"), "");
        java = javaHome("17.0.15");
        maven = folder.resolve("maven");
        script(maven.resolve("mvn"), """
                echo "$JAVA_HOME" >> ../builds
                [ ! -e ../fail ] || { echo "cannot find symbol"; exit 1; }
                while [ -e ../hold ]; do sleep 0.02; done
                case "$*" in *"-pl benchmarks "*) module=benchmarks ;; *) module=cli ;; esac
                mkdir -p $module/target/classes
                printf '%s' "${TEST_CLASS_PATH:-$PWD/pom.xml}" > $module/target/dependencies.txt
                """);
        old(home);
    }

    private Path javaHome(String version) throws IOException {
        Path directory = folder.resolve("java " + version);
        script(directory.resolve("bin/java"), "printf '[%s] ' \"$@\"");
        script(directory.resolve("bin/javac"), "");
        Files.writeString(directory.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
        return directory;
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/bash\n" + text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** As if all had been checked out an hour ago. */
    private static void old(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.toList()) {
                touch(path, -3600);
            }
        }
    }

    private static void touch(Path path, long seconds) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    private DiaboloProcess process() {
        return new DiaboloProcess(folder)
                .environment("PATH", maven + File.pathSeparator + System.getenv("PATH"))
                .environment("JAVA_HOME", java.toString());
    }

    private static List<String> command(Path script, String... arguments) {
        List<String> command = new ArrayList<>(List.of("/bin/bash", script.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    private Outcome launch(String... arguments) {
        return process().start(command(home.resolve("diabolo"), arguments)).end();
    }

    private int builds() throws IOException {
        Path builds = folder.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    @Test
    void theFirstStartBuildsAndTheSecondDoesNot() throws IOException {
        Outcome first = launch("train", "ae", "--set", "a b=c").succeeded();
        Outcome second = launch("plugins", "list").succeeded();

        assertThat(first.error()).contains("diabolo: building");
        assertThat(first.out()).endsWith("[dev.diabolo.cli.Main] [train] [ae] [--set] [a b=c] ");
        assertThat(first.out()).contains("[" + home + "/cli/target/classes:" + home + "/pom.xml]");
        assertThat(first.out()).doesNotContain("TieredStopAtLevel").doesNotContain("native-access");
        assertThat(second.error()).isEmpty();
        assertThat(second.out()).contains("[-XX:TieredStopAtLevel=1]");
        assertThat(builds()).isEqualTo(1);
        assertThat(folder.resolve("builds")).hasContent(java.toString());
    }

    @ParameterizedTest
    @CsvSource({"cli/src/main/java/A.java", "cli/src/main/java", "pom.xml"})
    void whatIsNewerThanTheBuildIsBuilt(String path) throws IOException {
        launch("--help").succeeded();
        touch(home.resolve(path), 60);
        launch("--help").succeeded();

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void theBenchmarkIsAModuleOfItsOwn() throws IOException {
        Files.createDirectories(home.resolve("benchmarks/src/main/java"));
        Path source = Files.writeString(home.resolve("benchmarks/src/main/java/B.java"), "");
        old(home);
        Outcome benchmark = launch("benchmark", "--json").succeeded();
        launch("--help").succeeded();
        touch(source, 60);
        launch("--help").succeeded();

        assertThat(benchmark.out()).endsWith("[dev.diabolo.benchmarks.Main] [benchmark] [--json] ");
        assertThat(benchmark.out())
                .contains("[" + home + "/benchmarks/target/classes:" + home + "/pom.xml]")
                .contains("[-Ddiabolo.benchmarks=" + home + "/benchmarks]");
        assertThat(builds()).isEqualTo(2);
        launch("benchmark").succeeded();
        assertThat(builds()).isEqualTo(3);
    }

    @Test
    void aJarThatIsGoneIsBuiltAgain() throws IOException {
        launch("--help").succeeded();
        Files.writeString(
                home.resolve("cli/target/dependencies.txt"),
                folder.resolve("moved away.jar").toString());
        launch("--help").succeeded();

        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void aBuildThatFailsIsTriedAgainTheNextTime() throws IOException {
        Files.writeString(folder.resolve("fail"), "");
        Outcome outcome = launch("--help");
        Files.delete(folder.resolve("fail"));

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.error()).contains("cannot find symbol", "the build failed", "cli/target/build.log");
        launch("--help").succeeded();
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void linksToTheScriptAreFollowed() throws IOException {
        Path first = Files.createDirectory(folder.resolve("bin")).resolve("first");
        Path second = folder.resolve("bin/second");
        Files.createSymbolicLink(first, Path.of("../check out/diabolo"));
        Files.createSymbolicLink(second, first);

        Outcome outcome = process().start(command(second, "--help")).end().succeeded();

        assertThat(outcome.out()).contains(home + "/cli/target/classes");
    }

    @Test
    void twoFirstStartsAtOnceBuildOnce() throws IOException {
        assumeTrue(launchable("flock"), "skipped: no flock here");
        Path hold = Files.writeString(folder.resolve("hold"), "");
        DiaboloProcess.Running first =
                process().start(command(home.resolve("diabolo"), "--help")).untilError("diabolo: building");
        DiaboloProcess.Running second =
                process().start(command(home.resolve("diabolo"), "--help")).untilError("waiting for it");
        Files.delete(hold);

        first.end().succeeded();
        second.end().succeeded();
        assertThat(builds()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"11.0.2", "1.8.0_392", "16"})
    void anOldJavaIsNamed(String version) throws IOException {
        java = javaHome(version);
        Outcome outcome = launch("--help");

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.error()).contains("Java " + version, "needs Java 17 or newer", "JAVA_HOME");
    }

    @ParameterizedTest
    @CsvSource({"17, false", "21.0.2, false", "22, true", "25.0.1+8, true"})
    void theNativeFlagIsForThoseThatKnowIt(String version, boolean flag) throws IOException {
        java = javaHome(version);
        assertThat(launch("--help").succeeded().out().contains("[--enable-native-access=ALL-UNNAMED]"))
                .isEqualTo(flag);
    }

    @Test
    void aJavaWithoutACompilerRunsButDoesNotBuild() throws IOException {
        Files.delete(java.resolve("bin/javac"));
        Outcome unbuilt = launch("--help");
        Files.copy(java.resolve("bin/java"), java.resolve("bin/javac"), StandardCopyOption.COPY_ATTRIBUTES);
        launch("--help").succeeded();
        Files.delete(java.resolve("bin/javac"));

        assertThat(unbuilt.code()).isEqualTo(5);
        assertThat(unbuilt.error()).contains("without a compiler", "install a JDK 17 or newer");
        launch("--help").succeeded();
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() {
        java = folder.resolve("nothing here");
        assertThat(launch("--help").error()).contains("JAVA_HOME is " + java, "no bin/java");
    }

    @Test
    void javaIsFoundOnThePathAndAStandInIsAskedForItsHome() throws IOException {
        script(
                maven.resolve("java"),
                "case \"$*\" in *-XshowSettings*) printf '    java.home = %s\\n    java.version = 21.0.1\\n' '" + java
                        + "' >&2 ;; *) printf '[%s] ' \"$@\" ;; esac");
        Outcome outcome = process()
                .environment("JAVA_HOME", "")
                .start(command(home.resolve("diabolo"), "--help"))
                .end()
                .succeeded();

        assertThat(outcome.out()).contains("dev.diabolo.cli.Main");
        assertThat(folder.resolve("builds")).hasContent(java.toString());
    }

    @Test
    void withoutMavenNothingIsBuilt() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("dirname", "basename", "readlink", "find", "head", "sed", "tr", "mkdir")) {
            Path found = List.of("/usr/bin", "/bin").stream()
                    .map(directory -> Path.of(directory, tool))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            script(tools.resolve(tool), "exec " + found + " \"$@\"");
        }
        Outcome outcome = process()
                .environment("PATH", tools.toString())
                .start(command(home.resolve("diabolo"), "--help"))
                .end();

        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.error()).contains("no Maven found", "3.8.7");
    }

    @Test
    void theRealCommandRunsFromAnywhereWithNamesOfAnyLanguage() throws IOException {
        String classPath = List.of(DiaboloProcess.classPath().split(File.pathSeparator)).stream()
                .filter(entry -> Files.exists(Path.of(entry)))
                .collect(Collectors.joining(File.pathSeparator));
        Outcome outcome = process()
                .environment("JAVA_HOME", System.getProperty("java.home"))
                .environment("TEST_CLASS_PATH", classPath)
                .environment("LC_ALL", "")
                .environment("LC_CTYPE", "")
                .environment("LANG", "")
                .start(command(home.resolve("diabolo"), "train", "ae", "--data", "random:50x4", "--out", "Läufe"))
                .end()
                .succeeded();

        assertThat(outcome.out()).contains("Läufe/model.dbl");
    }

    private static boolean launchable(String tool) {
        return List.of("/usr/bin", "/bin").stream().anyMatch(directory -> Files.exists(Path.of(directory, tool)));
    }
}
