package dev.diabolo.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartFileTest {
    @TempDir
    Path folder;

    @Test
    void aPartTakesTheTargetsPlaceWhenItIsToldTo() throws IOException {
        Path target = Files.writeString(folder.resolve("target"), "before");
        try (PartFile part = PartFile.of(target)) {
            Files.writeString(part.path(), "after");
            assertThat(target).hasContent("before");
            part.moveIntoPlace();
        }
        assertThat(target).hasContent("after");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aPartThatIsGivenUpLeavesNothing() throws IOException {
        try (PartFile part = PartFile.of(folder.resolve("target"))) {
            Files.writeString(part.path(), "half");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theFileHasTheRightsOfAnyOther() throws IOException {
        Path ordinary = Files.writeString(folder.resolve("ordinary"), "");
        Path target = folder.resolve("target");
        try (PartFile part = PartFile.of(target)) {
            Files.writeString(part.path(), "");
            part.moveIntoPlace();
        }
        assertThat(Files.getPosixFilePermissions(target)).isEqualTo(Files.getPosixFilePermissions(ordinary));
    }

    @Test
    void aDirectoryIsNotReplaced() {
        assertThatIOException().isThrownBy(() -> PartFile.of(folder)).withMessageContaining("not a file");
    }
}
