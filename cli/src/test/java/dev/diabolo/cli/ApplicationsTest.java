package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What trained models are good for: compression, search, and how they compare. */
class ApplicationsTest {
    @TempDir
    static Path folder;

    private static Path digits;
    private static Path other;

    @BeforeAll
    static void train() {
        digits = train("digits", 1);
        other = train("other", 2);
    }

    private static Path train(String name, int seed) {
        Path out = folder.resolve(name);
        Outcome.of(
                        "train",
                        "ae",
                        "--epochs",
                        1,
                        "--set",
                        "encoder.hidden=32",
                        "--set",
                        "latent=8",
                        "--seed",
                        seed,
                        "--out",
                        out,
                        "--quiet")
                .succeeded();
        return out.resolve("model.dbl");
    }

    @Test
    void evaluateTellsOfStructuralSimilarityAndOfPrincipalComponents() {
        JsonNode json = Outcome.of("evaluate", digits, "--data", "digits", "--baseline", "pca", "--json")
                .json();

        assertThat(json.path("ssim").asDouble()).isBetween(0.05, 1.0);
        JsonNode pca = json.path("pca");
        assertThat(pca.path("components").asInt()).isEqualTo(8);
        assertThat(pca.path("squaredError").asDouble())
                .isCloseTo(784 * pca.path("mse").asDouble(), within(1e-9));
        assertThat(pca.path("psnr").asDouble())
                .isCloseTo(-10 * Math.log10(pca.path("mse").asDouble()), within(1e-9));
        assertThat(Outcome.of("evaluate", digits, "--data", "digits", "--baseline", "pca")
                        .succeeded()
                        .out())
                .contains("ssim", "pca of 8 components");
    }

    @Test
    void whatIsCompressedComesBackAsItsCodesAllow() throws IOException {
        Path small = folder.resolve("small.dblc");
        JsonNode json = Outcome.of("compress", digits, "--data", "digits", "--bits", 8, "--out", small, "--json")
                .json();

        assertThat(json.path("bytes").asLong()).isEqualTo(Files.size(small));
        assertThat(json.path("bitsPerPixel").asDouble())
                .isCloseTo(8.0 * Files.size(small) / json.path("examples").asInt() / 784, within(1e-9));
        JsonNode jpeg = json.path("jpeg");
        assertThat(jpeg).hasSize(2);
        assertThat(jpeg.get(0).path("headerBytesPerImage").asDouble()).isGreaterThan(100);
        assertThat(jpeg.get(1).path("headerBytesPerImage").asDouble()).isLessThan(2);

        Path back = folder.resolve("back.npy");
        Outcome.of("decompress", digits, small, "--out", back).succeeded();
        Path plain = folder.resolve("plain.npy");
        Outcome.of("reconstruct", digits, "--data", "digits", "--out", plain).succeeded();
        double quantised = json.path("mse").asDouble();
        double exact = Outcome.of("evaluate", digits, "--data", "digits", "--json")
                .json()
                .path("mse")
                .asDouble();
        assertThat(quantised).isCloseTo(exact, within(0.05 * exact));
        assertThat(Files.size(back)).isEqualTo(Files.size(plain));
    }

    @Test
    void aCompressedFileCanBeLookedAt() throws IOException {
        Path small = folder.resolve("look.dblc");
        assertThat(Outcome.of("compress", digits, "--data", "digits", "--compare", 50, "--out", small)
                        .succeeded()
                        .out())
                .contains("bits per pixel", "JPEG", "first 50 examples");
        Path picture = folder.resolve("look.png");

        Outcome.of("decompress", digits, small, "--out", picture).succeeded();

        assertThat(ImageIO.read(picture.toFile()).getWidth()).isGreaterThan(400);
    }

    @Test
    void anotherModelCannotDecompress() {
        Path small = folder.resolve("own.dblc");
        Outcome.of("compress", digits, "--data", "digits", "--compare", 10, "--out", small)
                .succeeded();

        Path back = folder.resolve("never.npy");
        assertThat(Outcome.of("decompress", other, small, "--out", back)
                        .failed(2)
                        .error())
                .contains("own.dblc", "another model", "the model that it was compressed with");
        assertThat(back).doesNotExist();
    }

    @Test
    void aCutFileIsRefused() throws IOException {
        Path small = folder.resolve("cut.dblc");
        Outcome.of("compress", digits, "--data", "digits", "--compare", 10, "--out", small)
                .succeeded();
        byte[] bytes = Files.readAllBytes(small);
        Files.write(small, java.util.Arrays.copyOf(bytes, bytes.length - 5));

        assertThat(Outcome.of("decompress", digits, small, "--out", folder.resolve("n.npy"))
                        .failed(2)
                        .error())
                .contains("cut.dblc", "cut short or changed");
    }

    @Test
    void rowsOfOtherWidthsCompressNothing() {
        Path small = folder.resolve("wide.dblc");

        assertThat(Outcome.of("compress", digits, "--data", "random:10x5", "--out", small)
                        .failed(2)
                        .error())
                .contains("5 values");
        assertThat(small).doesNotExist();
    }

    @Test
    void similarOnesAreFoundNearestFirst() throws IOException {
        Path picture = folder.resolve("similar.png");
        JsonNode json = Outcome.of(
                        "similar", digits, "--data", "digits", "--row", "3,5", "--top", 4, "--out", picture, "--json")
                .json();

        assertThat(json.path("queries")).hasSize(2);
        JsonNode neighbours = json.path("queries").get(0).path("neighbours");
        assertThat(neighbours).hasSize(4);
        double before = 0;
        for (JsonNode neighbour : neighbours) {
            assertThat(neighbour.path("distance").asDouble()).isGreaterThanOrEqualTo(before);
            assertThat(neighbour.path("row").asInt()).isNotEqualTo(3);
            assertThat(neighbour.has("label")).isTrue();
            before = neighbour.path("distance").asDouble();
        }
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(5 * 58 + 2);
    }

    @Test
    void anExampleIsItsOwnNearestWhereItIsNotLeftOut() {
        JsonNode json = Outcome.of(
                        "similar",
                        digits,
                        "--data",
                        "digits",
                        "--query",
                        "digits",
                        "--queries",
                        3,
                        "--top",
                        2,
                        "--measure",
                        "cosine",
                        "--json")
                .json();

        for (JsonNode query : json.path("queries")) {
            JsonNode nearest = query.path("neighbours").get(0);
            assertThat(nearest.path("row").asInt()).isEqualTo(query.path("row").asInt());
            assertThat(nearest.path("distance").asDouble()).isCloseTo(0, within(1e-6));
        }
    }

    @Test
    void precisionIsBetterThanChance() {
        JsonNode json = Outcome.of("similar", digits, "--data", "digits", "--precision", "--top", 5, "--json")
                .json();

        assertThat(json.path("precision").asDouble()).isBetween(0.2, 1.0);
    }

    @Test
    void whatToFindOthersForMustBeTold() {
        assertThat(Outcome.of("similar", digits, "--data", "digits").failed(2).error())
                .contains("--row", "--query");
        assertThat(Outcome.of("similar", digits, "--data", "digits", "--row", "99999999")
                        .failed(2)
                        .error())
                .contains("no row 99999999");
        assertThat(Outcome.of("similar", digits, "--data", "digits", "--row", 1, "--top", 0)
                        .failed(2)
                        .error())
                .contains("--top");
    }
}
