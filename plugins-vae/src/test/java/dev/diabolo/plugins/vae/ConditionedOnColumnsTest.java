package dev.diabolo.plugins.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.ProgressListener;
import dev.diabolo.spi.data.ConditionColumn;
import dev.diabolo.spi.data.Dataset;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of rows whose level is told by a number, age from 20 to 60, and whose sign by a category. */
class ConditionedOnColumnsTest {
    private static final int WIDTH = 4;

    private Diabolo diabolo = Diabolo.create(Map.of(), ProgressListener.NONE);
    private List<Map<String, Object>> conditions = conditions();
    private Dataset data = diabolo.data(rows(conditions), conditions);
    private Autoencoder model = diabolo.training("cvae")
            .set("latent", 2)
            .set("encoder.hidden", 16)
            .set("learning-rate", 0.02)
            .epochs(20)
            .batch(20)
            .train(data);

    private static List<Map<String, Object>> conditions() {
        SplittableRandom random = new SplittableRandom(2);
        List<Map<String, Object>> conditions = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            conditions.add(Map.of("age", 20 + random.nextInt(41), "sex", i % 2 == 0 ? "f" : "m"));
        }
        return conditions;
    }

    /** From 0 to 1 with the age, and its complement for m. */
    private static float[][] rows(List<Map<String, Object>> conditions) {
        SplittableRandom random = new SplittableRandom(1);
        float[][] rows = new float[conditions.size()][WIDTH];
        for (int i = 0; i < rows.length; i++) {
            double level = ((Integer) conditions.get(i).get("age") - 20) / 40.0;
            for (int j = 0; j < WIDTH; j++) {
                double value = 0.05 + 0.8 * level + 0.1 * random.nextDouble();
                rows[i][j] = (float) (conditions.get(i).get("sex").equals("f") ? value : 1 - value);
            }
        }
        return rows;
    }

    @AfterEach
    void close() {
        diabolo.close();
    }

    @Test
    void generatesWhatTheColumnsSay() {
        assertThat(model.conditions())
                .containsExactly(new ConditionColumn("age", List.of()), new ConditionColumn("sex", List.of("f", "m")));
        assertThat(model.isConditional()).isTrue();
        assertThat(model.classes()).isEmpty();
        assertThat(mean(Map.of("age", 25, "sex", "f"))).isLessThan(0.35);
        assertThat(mean(Map.of("age", 55, "sex", "f"))).isGreaterThan(0.65);
        assertThat(mean(Map.of("age", 55, "sex", "m"))).isLessThan(0.35);
    }

    private double mean(Map<String, ?> given) {
        double sum = 0;
        for (float[] row : model.given(given).generate(50, 1)) {
            for (float value : row) {
                sum += value;
            }
        }
        return sum / (50 * WIDTH);
    }

    @Test
    void examplesAreEncodedWithTheirOwnColumnsWhateverTheOrderOfTheirCategories() {
        Map<String, Object> second = conditions.get(1);
        float[][] row = {rows(conditions)[1]};

        float[][] codes = model.encode(data.train()).toArray();
        // Here m is the only category, and another column is there as well.
        Examples alone = diabolo.data(row, List.of(Map.of("sex", "m", "age", second.get("age"), "x", 1)))
                .train();

        assertThat(model.given(second).encode(row)[0]).isEqualTo(codes[1]);
        assertThat(model.encode(alone).toArray()[0]).isEqualTo(codes[1]);
        assertThat(model.given(Map.of("sex", "f")).encode(alone).toArray()[0]).isNotEqualTo(codes[1]);
        assertThat(model.reconstruct(alone).toArray()[0])
                .isEqualTo(model.given(second).reconstruct(row)[0]);
    }

    @Test
    void itsLikelihoodIsThatOfExamplesGivenTheirColumns() {
        var report = model.measurements().likelihood(data.train(), 5, 500, 1).orElseThrow();

        assertThat(report.nll().orElseThrow()).isLessThan(report.negativeElbo() + 0.05);
        assertThat(model.evaluate(data.train()).mse()).isLessThan(0.01);
    }

    @Test
    void aMissingColumnIsRefused() {
        float[][] rows = rows(conditions);
        Examples without = diabolo.data(rows).train();
        Examples half = diabolo.data(new float[][] {rows[0]}, List.of(Map.of("age", 30)))
                .train();

        assertRefused(() -> model.generate(5, 1), "conditioned on age, sex", "--given age=...,sex=...");
        assertRefused(() -> model.encode(rows), "conditioned on age, sex");
        assertRefused(() -> model.decode(new float[][] {{0, 0}}), "conditioned on age, sex");
        assertRefused(() -> model.encode(without).toArray(), "age: a number; sex: f, m");
        assertRefused(() -> model.evaluate(without), "conditioned on age, sex");
        assertRefused(() -> model.evaluate(half), "conditioned on sex");
        assertRefused(() -> model.given(Map.of("age", 30)).generate(5, 1), "conditioned on sex");
        assertThat(model.given(Map.of("sex", "f")).encode(half).toArray()).hasDimensions(1, 2);
    }

    @Test
    void aCompressedFileHoldsNoColumns(@TempDir Path directory) {
        Path file = directory.resolve("codes");
        Autoencoder given = model.given(Map.of("age", 40, "sex", "m"));
        Autoencoder half = model.given(Map.of("age", 40));

        assertRefused(() -> model.compression().write(data.train(), 8, file), "conditioned on age, sex", "codes alone");
        assertRefused(() -> half.compression().write(data.train(), 8, file), "conditioned on sex");
        assertThat(file).doesNotExist();
        given.compression().write(data.train(), 8, file);
        assertThat(given.compression().read(file).size()).isEqualTo(600);
        for (Map<String, ?> others : List.<Map<String, ?>>of(
                Map.of("age", 10, "sex", "m"), Map.of("age", 40, "sex", "f"), Map.of("age", 40.001, "sex", "m"))) {
            assertRefused(
                    () -> model.given(others).compression().read(file),
                    "compressed for other conditions: age=40,sex=m, and not age=",
                    "give the same: --given age=40,sex=m");
        }
        assertThat(half.given(Map.of("sex", "m")).compression().read(file).toArray())
                .isDeepEqualTo(given.compression().read(file).toArray());
        assertRefused(() -> model.compression().read(file), "conditioned on age, sex", "Autoencoder.given");
    }

    @Test
    void whatTheModelDoesNotKnowIsRefused() {
        float[][] row = {rows(conditions)[0]};

        assertRefused(
                () -> model.given(Map.of("age", "old", "sex", "x", "size", 4)),
                "'old' is not what 'age' can be",
                "'x' is not what 'sex' can be",
                "not conditioned on 'size'",
                "sex: f, m");
        assertRefused(() -> model.given(Map.of("age", Double.NaN)), "'NaN' is not what 'age' can be");
        assertRefused(() -> model.given(3), "not conditioned on labels");
        assertRefused(() -> model.given(Map.of("label", 3)), "not conditioned on labels");
        Examples other =
                diabolo.data(row, List.of(Map.of("age", 30, "sex", "d"))).train();
        assertRefused(() -> model.encode(other).toArray(), "example 1, column 'sex': 'd' is no category", "sex: f, m");
        Examples text =
                diabolo.data(row, List.of(Map.of("age", "30", "sex", "f"))).train();
        assertRefused(() -> model.evaluate(text), "the column 'age' holds texts here", "age: a number");
        assertRefused(
                () -> diabolo.data(row, List.of(Map.of("age", Double.NaN))), "row 1", "'age' with a finite number");
        assertRefused(
                () -> diabolo.data(rows(conditions.subList(0, 2)), List.of(Map.of("age", 1), Map.of("sex", "f"))),
                "row 2",
                "[age]");
    }

    private static void assertRefused(Runnable asking, String... why) {
        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(asking::run)
                .matches(error -> error.kind() == ErrorKind.USER)
                .satisfies(error -> assertThat(error.getMessage()).contains(why));
    }

    @Test
    void aSavedModelKnowsItsColumns(@TempDir Path directory) {
        Path file = directory.resolve("model.dbl");
        Map<String, ?> given = Map.of("age", 40, "sex", "m");
        model.save(file);
        try (Autoencoder loaded = diabolo.load(file)) {
            assertThat(loaded.conditions()).isEqualTo(model.conditions());
            assertThat(loaded.given(given).generate(3, 1).toArray())
                    .isEqualTo(model.given(given).generate(3, 1).toArray());
        }
    }

    @Test
    void anyVariationalRecipeTakesColumns() {
        try (Autoencoder plain =
                diabolo.training("vae").set("latent", 2).epochs(1).train(data)) {
            assertThat(plain.conditions()).isEqualTo(model.conditions());
            assertRefused(() -> plain.generate(1, 1), "conditioned on age, sex");
        }
    }
}
