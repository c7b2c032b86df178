package dev.diabolo.data;

import static dev.diabolo.data.DataFixtures.all;
import static dev.diabolo.data.DataFixtures.failure;
import static dev.diabolo.data.DataFixtures.gzip;
import static dev.diabolo.data.DataFixtures.idx;
import static dev.diabolo.data.DataFixtures.open;
import static dev.diabolo.data.DataFixtures.sources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourcesTest {
    private static final byte[] IMAGES = idx(8, new int[] {2, 1, 2}, (byte) 1, (byte) 2, (byte) 3, (byte) 4);

    @TempDir
    Path directory;

    @Test
    void noiseIsUniformAndTheSameForASeed() {
        Dataset noise = sources().open("random:500x4:7");
        assertThat(noise.spec()).isEqualTo(TensorSpec.of(4));
        assertThat(noise.train().size()).isEqualTo(500);
        DataSummary summary = DataSummary.of(noise.train());
        assertThat(summary.min()).isNotNegative();
        assertThat(summary.max()).isLessThan(1);
        assertThat(summary.mean()).isBetween(0.45, 0.55);
        assertThat(all(sources().open("random:500x4:7").train())).isEqualTo(all(noise.train()));
        assertThat(all(sources().open("random:500x4").train())).isNotEqualTo(all(noise.train()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"random", "random:", "random:5", "random:0x5", "random:-1x5", "random:5x5:x"})
    void noiseOfNoSizeIsRefused(String reference) {
        assertThat(failure(() -> sources().open(reference)).code()).isEqualTo("data.bad-arguments");
    }

    @Test
    void sourcesGivenAreOpenedByNameWithTheirArguments() {
        BuiltInSource shapes = source("shapes");
        DataSources sources = new DataSources(
                Set.of(shapes), DownloadCache.ofUser(Map.of(), DownloadListener.NONE), Storage.ofUser(Map.of()));
        assertThat(sources.open("shapes:a:b").name()).isEqualTo("shapes(a:b)");
        assertThat(sources.open("shapes").name()).isEqualTo("shapes()");
        assertThat(sources.names())
                .extracting(SourceDescription::name)
                .containsExactly("fashion-mnist", "grid", "mnist", "random", "ring", "shapes", "sines");
    }

    @Test
    void twoSourcesOfOneNameAreAnError() {
        var cache = DownloadCache.ofUser(Map.of(), DownloadListener.NONE);
        for (String taken : new String[] {"random", "mnist"}) {
            assertThat(failure(() -> new DataSources(Set.of(source(taken)), cache, Storage.ofUser(Map.of())))
                            .kind())
                    .isEqualTo(ErrorKind.PLUGIN);
        }
    }

    @Test
    void anUnknownNameIsAnsweredWithNearOnesAndThePathLookedAt() {
        var sources = new DataSources(
                Set.of(), DownloadCache.ofUser(Map.of(), DownloadListener.NONE), Storage.ofUser(Map.of()));
        DiaboloException error = failure(() -> sources.open("mnits"));
        assertThat(error.code()).isEqualTo("data.unknown-source");
        assertThat(error)
                .hasMessageContaining("did you mean mnist?")
                .hasMessageContaining(Path.of("mnits").toAbsolutePath().toString());
        assertThat(failure(() -> sources.open("radnom:5x5"))).hasMessageContaining("did you mean random?");
        assertThat(failure(() -> sources.open("")).code()).isEqualTo("data.unknown-source");
        assertThat(failure(() -> sources.open("a\0b")).code()).isEqualTo("data.unknown-source");
    }

    @Test
    void aMissingFileIsToldByItsPath() {
        DiaboloException error = failure(() -> sources().open("no/such.csv"));
        assertThat(error.code()).isEqualTo("data.missing-file");
        assertThat(error)
                .hasMessageContaining(Path.of("no/such.csv").toAbsolutePath().toString());
    }

    @Test
    void aDirectoryOfIdxFilesHasTrainingTestAndLabels() throws IOException {
        Files.write(directory.resolve("train-images-idx3-ubyte"), IMAGES);
        Files.write(directory.resolve("train-labels-idx1-ubyte.gz"), gzip(idx(8, new int[] {2}, (byte) 5, (byte) 6)));
        Files.write(directory.resolve("t10k-images-idx3-ubyte.gz"), gzip(IMAGES));
        Dataset data = open(directory);
        assertThat(data.train().label(1)).isEqualTo(6);
        assertThat(data.test()).isPresent();
        assertThat(data.testOrTrain().labelled()).isFalse();
        assertThat(data.origin()).contains(directory.toString());
    }

    @Test
    void aDirectoryWithoutThemIsRefusedWithTheirNames() {
        DiaboloException error = failure(() -> open(directory));
        assertThat(error.code()).isEqualTo("data.no-known-files");
        assertThat(error).hasMessageContaining("t10k-labels-idx1-ubyte");
    }

    @Test
    void labelsOfAnotherNumberAreRefused() throws IOException {
        Files.write(directory.resolve("train-images-idx3-ubyte"), IMAGES);
        Files.write(directory.resolve("train-labels-idx1-ubyte"), idx(8, new int[] {3}, new byte[3]));
        DiaboloException error = failure(() -> open(directory));
        assertThat(error.code()).isEqualTo("data.label-count");
        assertThat(error).hasMessageContaining("3 labels for 2 examples");
    }

    @Test
    void testImagesOfAnotherShapeAreRefused() throws IOException {
        Files.write(directory.resolve("train-images-idx3-ubyte"), IMAGES);
        Files.write(directory.resolve("t10k-images-idx3-ubyte"), idx(8, new int[] {1, 2, 2}, new byte[4]));
        assertThat(failure(() -> open(directory)).code()).isEqualTo("data.shape-mismatch");
    }

    @Test
    void aFileOfNoKnownFormatIsRefusedWithTheFormats() {
        DiaboloException error = failure(() -> open(directory, "photo.png", "\u0089PNG"));
        assertThat(error.code()).isEqualTo("data.unknown-format");
        assertThat(error).hasMessageContaining("NPY");
    }

    @Test
    void aFileWithoutPermissionIsTheMachinesFault() throws IOException {
        Path file = Files.writeString(directory.resolve("a.csv"), "1,2\n");
        Assumptions.assumeTrue(file.toFile().setReadable(false), "this file system has no permissions");
        Assumptions.assumeFalse(Files.isReadable(file), "this user (root) may read everything");
        DiaboloException error = failure(() -> open(file));
        assertThat(error.kind()).isEqualTo(ErrorKind.RESOURCE);
        assertThat(error.code()).isEqualTo("data.unreadable");
    }

    private static BuiltInSource source(String name) {
        return new BuiltInSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String summary() {
                return "for this test";
            }

            @Override
            public Dataset open(String arguments) {
                var one = new ArrayExamples(TensorSpec.of(1), new Values.Floats(new float[1]), null);
                return new Dataset(name + "(" + arguments + ")", "test", one, Optional.empty());
            }
        };
    }
}
