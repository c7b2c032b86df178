package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands make of labels: of models that are conditioned on them, that infer them, and that do not know any. */
class LabelledGenerationTest {
    private static final String DIGITS = "digits:300+100";

    @TempDir
    static Path folder;

    private static Path conditional;
    private static Path inferring;

    @BeforeAll
    static void train() {
        conditional = train("cvae");
        inferring = train("semi-vae", "labels.known=20");
    }

    private static Path train(String recipe, String... settings) {
        Path out = folder.resolve(recipe);
        List<Object> arguments = new ArrayList<>(List.of("train", recipe, "--data", DIGITS, "--out", out));
        arguments.addAll(List.of("--epochs", 1, "--set", "encoder.hidden=8", "--set", "latent=4", "--quiet"));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        Outcome.of(arguments.toArray()).succeeded();
        return out.resolve("model.dbl");
    }

    @Test
    void eachLabelIsARowOfThePicture() throws IOException {
        for (Path model : List.of(conditional, inferring)) {
            Path out = folder.resolve("rows.png");

            assertThat(Outcome.of("generate", model, "--each-label", "--count", 3, "--out", out, "--json")
                            .json()
                            .path("count")
                            .asInt())
                    .isEqualTo(30);
            // Ten rows of three images of 28 pixels, doubled, with gaps of 2 between columns and of 12 between rows.
            BufferedImage image = ImageIO.read(out.toFile());
            assertThat(image.getWidth()).isEqualTo(3 * 58 + 2);
            assertThat(image.getHeight()).isEqualTo(10 * 58 + 2 + 9 * 12);
        }
    }

    @Test
    void theRowOfALabelIsWhatTheLabelAloneGives() throws IOException {
        Path all = folder.resolve("all.csv");
        Path one = folder.resolve("one.csv");
        for (Path model : List.of(conditional, inferring)) {
            Outcome.of("generate", model, "--each-label", "--count", 2, "--out", all)
                    .succeeded();
            Outcome.of("generate", model, "--label", 7, "--count", 2, "--out", one)
                    .succeeded();

            List<String> rows = Files.readAllLines(all);
            List<String> alone = Files.readAllLines(one);
            int header = alone.size() - 2;
            assertThat(rows.subList(header + 14, header + 16)).isEqualTo(alone.subList(header, header + 2));
        }
    }

    @Test
    void evaluationTellsTheErrorAndClassesAreLabels() throws IOException {
        Path out = folder.resolve("classes.csv");

        double error = Outcome.of("evaluate", inferring, "--data", DIGITS, "--json")
                .json()
                .path("classificationError")
                .asDouble();
        Outcome.of("classify", inferring, "--data", DIGITS, "--out", out).succeeded();

        assertThat(error).isBetween(0.0, 0.99);
        assertThat(Files.readAllLines(out)).hasSizeGreaterThanOrEqualTo(100);
    }

    @Test
    void aLabelInVainIsRefused() {
        Path out = folder.resolve("in-vain.csv");
        Path plain = TinyModel.in(folder.resolve("plain"));

        assertThat(Outcome.of("generate", conditional, "--label", 11, "--out", out)
                        .failed(2)
                        .error())
                .contains("not trained on the label 11");
        assertThat(Outcome.of("generate", plain, "--label", 1, "--out", out)
                        .failed(2)
                        .error())
                .contains("not conditioned on labels");
        assertThat(Outcome.of("generate", plain, "--each-label", "--out", out)
                        .failed(2)
                        .error())
                .contains("knows no labels");
        assertThat(Outcome.of("generate", conditional, "--each-label", "--label", 1, "--out", out)
                        .failed(2)
                        .error())
                .contains("leave one of the two out");
        assertThat(Outcome.of("traverse", inferring, "--label", 1, "--out", out)
                        .failed(2)
                        .error())
                .contains("--label:", "encodes and decodes whatever the label");
        assertThat(Outcome.of("traverse", inferring, "--given", "label=1", "--out", out)
                        .failed(2)
                        .error())
                .contains("--given label:", "encodes and decodes whatever the label");
    }

    @Test
    void aModelConditionedOnColumnsAloneTakesNoLabel() throws IOException {
        Path table = Files.write(folder.resolve("table.csv"), rows());
        Path out = folder.resolve("columns");
        List<Object> arguments =
                new ArrayList<>(List.of("train", "semi-vae", "--data", table, "--out", out, "--quiet"));
        arguments.addAll(List.of("--condition", "age", "--epochs", 1, "--set", "classes=2", "--set", "labels.known=4"));
        arguments.addAll(List.of("--set", "encoder.hidden=8", "--set", "latent=2"));
        Outcome.of(arguments.toArray()).succeeded();
        arguments = new ArrayList<>(List.of("traverse", out.resolve("model.dbl"), "--out", folder.resolve("no.csv")));

        for (List<String> label : List.of(List.of("--label", "1"), List.of("--given", "label=1"))) {
            List<Object> asked = new ArrayList<>(arguments);
            asked.addAll(List.of("--given", "age=30"));
            asked.addAll(label);
            assertThat(Outcome.of(asked.toArray()).failed(2).error()).contains("not conditioned on labels");
        }
    }

    private static List<String> rows() {
        List<String> rows = new ArrayList<>(List.of("a,b,age,label"));
        for (int i = 0; i < 60; i++) {
            rows.add("0." + i % 7 + ",0." + i % 5 + "," + (20 + i) + "," + i % 2);
        }
        return rows;
    }
}
