package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training twice into one directory loses nothing and asks nothing. */
class RunDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void theModelBeforeIsKeptUnderANumber() throws IOException {
        Path out = folder.resolve("m");
        byte[] first = Files.readAllBytes(TinyModel.in(out, "--seed", 1));
        Outcome outcome = Outcome.of(TinyModel.arguments(out, "--seed", 2)).succeeded();
        byte[] second = Files.readAllBytes(out.resolve("model.dbl"));
        TinyModel.in(out, "--seed", 3);

        assertThat(outcome.error()).contains("the model that was there before is now", "model.1.dbl");
        assertThat(out.resolve("model.1.dbl")).hasBinaryContent(first);
        assertThat(out.resolve("model.2.dbl")).hasBinaryContent(second);
        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void theSameModelAgainIsNotKeptTwice() {
        Path out = folder.resolve("m");
        TinyModel.in(out);
        Outcome outcome = Outcome.of(TinyModel.arguments(out)).succeeded();

        assertThat(outcome.error()).doesNotContain("before");
        assertThat(out.toFile().list()).containsExactly("model.dbl");
    }

    @Test
    void forceKeepsNoCopy() {
        Path out = folder.resolve("m");
        TinyModel.in(out, "--seed", 1);
        TinyModel.in(out, "--seed", 2, "--force");

        assertThat(out.toFile().list()).containsExactly("model.dbl");
    }

    @Test
    void aPictureIsKeptWithItsModel() throws IOException {
        Path out = Files.createDirectory(folder.resolve("m"));
        Files.writeString(out.resolve("model.dbl"), "older");
        Files.writeString(out.resolve("reconstructions.png"), "older picture");

        try (RunDirectory run = RunDirectory.prepare(out, false)) {
            run.keepOlder();
        }

        assertThat(out.resolve("model.1.dbl")).hasContent("older");
        assertThat(out.resolve("reconstructions.1.png")).hasContent("older picture");
        assertThat(out.resolve("model.dbl")).hasContent("older");
    }

    @Test
    void runsThatEndTogetherKeepTheModelsOfBoth() {
        Path out = folder.resolve("m");
        DiaboloProcess process = new DiaboloProcess(folder);
        var first = process.start(process.command(TinyModel.arguments(out, "--seed", 1)));
        var second = process.start(process.command(TinyModel.arguments(out, "--seed", 2)));
        first.end().succeeded();
        second.end().succeeded();

        assertThat(out.toFile().list()).containsExactlyInAnyOrder("model.dbl", "model.1.dbl");
    }

    @Test
    void aPictureOfAnOlderModelDoesNotStayBesideOneThatHasNone() throws IOException {
        Path out = Files.createDirectory(folder.resolve("m"));
        Files.writeString(out.resolve("reconstructions.png"), "older picture");
        TinyModel.in(out, "--force");

        assertThat(out.toFile().list()).containsExactly("model.dbl");
    }

    @Test
    void aDirectoryInTheModelsPlaceIsRefusedBeforeTraining() throws IOException {
        Path out = folder.resolve("m");
        Files.createDirectories(out.resolve("model.dbl"));
        Outcome outcome = Outcome.of(TinyModel.arguments(out)).failed(2);

        assertThat(outcome.error()).contains("this is a directory").doesNotContain("epoch");
        assertThat(out.toFile().list()).containsExactly("model.dbl");
    }

    @Test
    void directoriesThatWereMadeForNothingGoAgain() {
        Outcome.of("train", "ae", "--data", folder.resolve("none.csv"), "--out", folder.resolve("a/b"))
                .failed(2);

        assertThat(folder).isEmptyDirectory();
    }
}
