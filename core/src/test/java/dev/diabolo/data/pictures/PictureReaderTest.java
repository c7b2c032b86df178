package dev.diabolo.data.pictures;

import static dev.diabolo.data.ReaderFixtures.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.data.ReaderFixtures;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.TensorSpec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    private static final Map<String, String> NONE = Map.of();

    private final ReaderFixtures pictures = ReaderFixtures.of(new PictureReader());

    @TempDir
    private Path folder;

    @Test
    void subFoldersAreClassesInTheOrderOfTheirNames() throws IOException {
        write("dog/a.png", uniform(4, 3, 0x0000FF));
        write("cat/b.png", uniform(4, 3, 0xFF0000));
        write("cat/a.png", uniform(4, 3, 0x00FF00));

        Dataset data = pictures.open(folder, NONE);

        assertThat(data.spec()).isEqualTo(TensorSpec.of(3, 3, 4));
        assertThat(data.train().size()).isEqualTo(3);
        assertThat(new int[] {
                    data.train().label(0), data.train().label(1), data.train().label(2)
                })
                .containsExactly(0, 0, 1);
        assertThat(row(data.train(), 0)).startsWith(0, 0).endsWith(0, 0).contains(255);
        assertThat(Arrays.copyOfRange(row(data.train(), 1), 0, 12)).containsOnly(255);
        assertThat(data.origin()).contains("0 cat, 1 dog");
        assertThat(data.reading().orElseThrow().settings())
                .containsEntry("colour", "rgb")
                .containsEntry("classes", java.util.List.of("cat", "dog"));
    }

    @Test
    void foldersTrainAndTestAreParts() throws IOException {
        write("train/x/a.png", uniform(2, 2, 0x101010));
        write("test/x/a.png", uniform(2, 2, 0x202020));
        write("test/y/a.png", uniform(2, 2, 0x303030));

        Dataset data = pictures.open(folder, NONE);

        assertThat(data.train().size()).isEqualTo(1);
        assertThat(data.test().orElseThrow().size()).isEqualTo(2);
        assertThat(data.test().orElseThrow().label(1)).isEqualTo(1);
    }

    @Test
    void picturesWithoutClassesHaveNoLabels() throws IOException {
        write("a.png", uniform(2, 2, 0));
        assertThat(pictures.open(folder, NONE).train().labelled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif", "jpg"})
    void readsTheUsualFormats(String format) throws IOException {
        BufferedImage image = uniform(8, 8, 0x808080);
        ImageIO.write(
                image, format, Files.createFile(folder.resolve("a." + format)).toFile());

        float[] values = row(pictures.open(folder, Map.of("colour", "grey")).train(), 0);

        assertThat(values).hasSize(64);
        for (float value : values) {
            assertThat(value).isBetween(127f, 129f);
        }
    }

    @Test
    void greyFilesKeepTheirValuesAsTheyAre() throws IOException {
        BufferedImage grey = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 256; x++) {
            grey.getRaster().setSample(x, 0, 0, x);
        }
        write("a.png", grey);

        Dataset data = pictures.open(folder, NONE);

        assertThat(data.spec()).isEqualTo(TensorSpec.of(1, 1, 256));
        for (int x = 0; x < 256; x++) {
            assertThat(row(data.train(), 0)[x]).isEqualTo(x);
        }
    }

    @Test
    void greyOfColoursIsTheirLuma() throws IOException {
        write("a.png", uniform(1, 1, 0xFF8040));
        assertThat(row(pictures.open(folder, Map.of("colour", "grey")).train(), 0))
                .containsExactly(Math.round(0.299f * 255 + 0.587f * 128 + 0.114f * 64));
    }

    @Test
    void transparentPartsAreWhite() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00123456);
        image.setRGB(1, 0, 0xFF000000);
        write("a.png", image);
        assertThat(row(pictures.open(folder, NONE).train(), 0)).containsExactly(255, 0, 255, 0, 255, 0);
    }

    @Test
    void differentSizesAreRefusedWithBothUnlessResized() throws IOException {
        write("a.png", uniform(4, 4, 0));
        write("b.png", uniform(6, 5, 0));

        assertThat(pictures.failure(folder, NONE))
                .hasMessageContaining("4x4")
                .hasMessageContaining("6x5")
                .hasMessageContaining("a.png")
                .hasMessageContaining("b.png");
        assertThat(pictures.open(folder, Map.of("resize", "3x2")).spec()).isEqualTo(TensorSpec.of(3, 2, 3));
    }

    @Test
    void mixedChannelsAreRefusedUnlessOneIsChosen() throws IOException {
        write("a.png", uniform(2, 2, 0x112233));
        write("b.png", new BufferedImage(2, 2, BufferedImage.TYPE_BYTE_GRAY));

        assertThat(pictures.failure(folder, NONE)).hasMessageContaining("different channels");
        assertThat(pictures.open(folder, Map.of("colour", "rgb")).spec()).isEqualTo(TensorSpec.of(3, 2, 2));
    }

    @Test
    void aBadPictureIsNamedAndLeftOutWhenAsked() throws IOException {
        write("a.png", uniform(2, 2, 0));
        Files.writeString(folder.resolve("b.png"), "no picture");
        Files.createFile(folder.resolve("c.png"));
        write("d.png", uniform(2, 2, 0));

        assertThat(pictures.failure(folder, NONE))
                .hasMessageContaining("b.png")
                .hasMessageContaining("data.skip-bad=true");
        Dataset data = pictures.open(folder, Map.of("skip-bad", "true"));
        assertThat(data.train().size()).isEqualTo(2);
        assertThat(data.origin()).contains("without 2 that cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "bmp", "gif"})
    void aPictureThatIsCutShortIsBad(String format) throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 64; i++) {
            image.setRGB(i % 64, i / 64, i * 7919);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        Files.write(folder.resolve("a." + format), Arrays.copyOf(out.toByteArray(), out.size() / 2));

        assertThat(pictures.failure(folder, NONE)).hasMessageContaining("a." + format);
    }

    @Test
    void aHugeDeclaredSizeIsRefusedBeforeDecoding() throws IOException {
        Files.write(folder.resolve("bomb.png"), pngHeader(60_000, 60_000));
        assertThat(pictures.failure(folder, NONE)).hasMessageContaining("60000x60000");
    }

    @Test
    void linksAndOtherFilesAreNotRead() throws IOException {
        write("a.png", uniform(2, 2, 0));
        Files.writeString(folder.resolve("notes.md"), "notes");
        Files.writeString(folder.resolve(".hidden"), "hidden");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        Files.createSymbolicLink(folder.resolve("link.png"), folder.resolve("a.png"));

        Dataset data = pictures.open(folder, NONE);

        assertThat(data.train().size()).isEqualTo(1);
        assertThat(data.origin()).contains("beside 3 other files");
    }

    @Test
    void picturesBesideClassesAreRefused() throws IOException {
        write("a.png", uniform(2, 2, 0));
        write("cat/b.png", uniform(2, 2, 0));
        assertThat(pictures.failure(folder, NONE))
                .hasMessageContaining("no class")
                .hasMessageContaining("cat");
    }

    @Test
    void aFolderWithoutPicturesIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("train"));
        assertThat(pictures.failure(folder, Map.of("reader", "pictures"))).hasMessageContaining("no such file");
    }

    @Test
    void allBadSettingsAreToldAtOnce() throws IOException {
        write("a.png", uniform(2, 2, 0));
        DiaboloException failure =
                pictures.failure(folder, Map.of("colour", "sepia", "largest", "0", "rezise", "32x32"));
        assertThat(failure.problems()).hasSize(3);
        assertThat(failure).hasMessageContaining("data.colour").hasMessageContaining("resize");
        assertThat(pictures.failure(folder, Map.of("resize", "32"))).hasMessageContaining("data.resize");
        assertThat(pictures.failure(folder, Map.of("resize", "99999x99999")))
                .hasMessageContaining("data.resize")
                .hasMessageContaining("67108864 pixels");
    }

    @Test
    void aCopyOnDiskHoldsTheSameAndIsUsedAgain(@TempDir Path copies) throws IOException {
        write("cat/a.png", uniform(4, 4, 0x102030));
        write("dog/a.png", uniform(4, 4, 0x405060));
        Dataset inMemory = pictures.open(folder, NONE);

        for (int pass = 0; pass < 2; pass++) {
            Dataset stored = pictures.stored(copies).open(folder, NONE);
            assertThat(stored.train().inMemory()).isFalse();
            assertThat(stored.train().label(1)).isEqualTo(1);
            assertThat(row(stored.train(), 1)).isEqualTo(row(inMemory.train(), 1));
        }
        assertThat(copies.toFile().list()).hasSize(1);

        write("cat/b.png", uniform(4, 4, 0x102030));
        assertThat(pictures.stored(copies).open(folder, NONE).train().size()).isEqualTo(3);
        assertThat(pictures.stored(copies)
                        .open(folder, Map.of("colour", "grey"))
                        .spec()
                        .dimension(0))
                .isEqualTo(1);
    }

    @Test
    void whatFittedIntoMemoryAtFirstIsInTheCopyToo(@TempDir Path copies) throws IOException {
        for (int i = 0; i < 4; i++) {
            write(i + ".png", uniform(4, 4, i));
        }
        Dataset stored = pictures.stored(copies, 100).open(folder, NONE);
        assertThat(stored.train().inMemory()).isFalse();
        for (int i = 0; i < 4; i++) {
            assertThat(row(stored.train(), i)).containsOnly(0, i).hasSize(48);
        }
    }

    @Test
    void whereNoCopyCanBeWrittenPicturesAreReadIntoMemory(@TempDir Path other) throws IOException {
        write("a.png", uniform(2, 2, 0));
        Path noFolder = Files.createFile(other.resolve("file"));
        assertThat(pictures.stored(noFolder).open(folder, NONE).train().inMemory())
                .isTrue();
    }

    @Test
    void aNewClassInTheTestPartRenumbersTheCopyOfTheTrainingPart(@TempDir Path copies) throws IOException {
        write("train/m/a.png", uniform(2, 2, 0));
        write("test/m/a.png", uniform(2, 2, 0));
        assertThat(pictures.stored(copies).open(folder, NONE).train().label(0)).isZero();
        write("test/a/a.png", uniform(2, 2, 0));
        assertThat(pictures.stored(copies).open(folder, NONE).train().label(0)).isEqualTo(1);
    }

    @Test
    void aModelsReadingHoldsForOtherFolders() throws IOException {
        write("one/cat/a.png", uniform(8, 8, 0x102030));
        write("one/dog/a.png", uniform(8, 8, 0x102030));
        write("two/dog/a.png", uniform(5, 5, 0x102030));
        Dataset learnt = pictures.open(folder.resolve("one"), Map.of("resize", "4x4", "colour", "grey"));

        Dataset other = pictures.open(folder.resolve("two"), NONE, learnt.reading());

        assertThat(other.spec()).isEqualTo(TensorSpec.of(1, 4, 4));
        assertThat(other.train().label(0)).isEqualTo(1);
    }

    private void write(String name, BufferedImage image) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private static BufferedImage uniform(int width, int height, int rgb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, rgb);
        }
        return image;
    }

    /** A PNG that ends behind its header. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer bytes = ByteBuffer.allocate(8 + 25);
        bytes.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 crc = new CRC32();
        crc.update(header);
        return bytes.putInt(13).put(header).putInt((int) crc.getValue()).array();
    }
}
