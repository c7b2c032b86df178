package dev.diabolo.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.diabolo.data.audio.SoundReader;
import dev.diabolo.data.cifar.CifarReader;
import dev.diabolo.data.pictures.PictureReader;
import dev.diabolo.data.sequences.SequenceReader;
import dev.diabolo.data.text.TextReader;
import dev.diabolo.spi.data.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which reader a path is for. What it then says of files that are empty tells which one it was. */
class ReaderChoiceTest {
    private final DataSources sources = new DataSources(
            Set.of(),
            Set.of(new PictureReader(), new CifarReader(), new SequenceReader(), new SoundReader(), new TextReader()),
            new DownloadCache(Path.of("unused"), List.of(), DownloadListener.NONE, Duration.ofSeconds(5)),
            new Storage(Path.of("unused"), Long.MAX_VALUE));

    @TempDir
    private Path folder;

    @Test
    void aNoteBesidePicturesChangesNothing() throws IOException {
        files("a.png", "notes.txt");
        assertThatThrownBy(() -> sources.open(folder.toString())).hasMessageContaining("this picture");
    }

    @Test
    void namesOfAFormatGoBeforePicturesAndNotesBesideIt() throws IOException {
        files("train-images-idx3-ubyte", "preview.png");
        assertThatThrownBy(() -> sources.open(folder.toString())).hasMessageContaining("train-images");
        Path cifar = Files.createDirectories(folder.resolve("cifar"));
        Files.createFile(cifar.resolve("data_batch_1.bin"));
        Files.createFile(cifar.resolve("batches.meta.txt"));
        assertThatThrownBy(() -> sources.open(cifar.toString())).hasMessageContaining("data_batch_1.bin");
    }

    @Test
    void picturesBesideSoundsNeedAReader() throws IOException {
        files("a.png", "a.wav");
        assertThatThrownBy(() -> sources.open(folder.toString()))
                .hasMessageContaining("pictures, sound")
                .hasMessageContaining("data.reader");
        assertThatThrownBy(() -> sources.open(
                        folder.toString(), new DataSettings(Map.of("reader", "sound"), Map.of()), Optional.empty()))
                .hasMessageContaining("a.wav");
    }

    @Test
    void aCsvFileIsATableUnlessAModelKnowsItForSequences() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2\n3,4\n");
        assertThat(sources.open(file.toString()).spec().rank()).isEqualTo(1);
        Reading reading = new Reading("sequences", Map.of("window", 2));
        assertThat(sources.open(file.toString(), DataSettings.NONE, Optional.of(reading))
                        .spec()
                        .rank())
                .isEqualTo(2);
        assertThat(sources.open(
                                file.toString(),
                                new DataSettings(Map.of("reader", "numbers"), Map.of()),
                                Optional.of(reading))
                        .spec()
                        .rank())
                .isEqualTo(1);
    }

    @Test
    void aReadingOfAReaderThatIsNotInstalledHoldsForNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "1,2\n3,4\n");
        Reading reading = new Reading("holograms", Map.of());
        assertThat(sources.open(file.toString(), DataSettings.NONE, Optional.of(reading))
                        .train()
                        .size())
                .isEqualTo(2);
    }

    private void files(String... names) throws IOException {
        for (String name : names) {
            Files.createFile(folder.resolve(name));
        }
    }
}
