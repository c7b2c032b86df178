package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.diabolo.Rows;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the commands make of a table of which a model is conditioned on the columns age, a number, and sex. */
class ConditionedTableTest {
    @TempDir
    static Path folder;

    private static Path model;

    @BeforeAll
    static void train() throws IOException {
        Path table = write("people.csv", "age,height,sex,weight", 400);
        Path out = folder.resolve("run");
        List<Object> arguments = new ArrayList<>(
                List.of("train", "cvae", "--data", table, "--condition", "age,sex", "--out", out, "--quiet"));
        arguments.addAll(List.of("--set", "encoder.hidden=16", "--set", "latent=1", "--set", "learning-rate=0.01"));
        arguments.addAll(List.of("--set", "likelihood.type=vae.gaussian", "--epochs", 60, "--batch", 20));
        Outcome.of(arguments.toArray()).succeeded();
        model = out.resolve("model.dbl");
    }

    /** Heights from 100 to 180 with the age, and weights half of that, and 30 more for m. */
    private static Path write(String name, String header, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < rows; i++) {
            int age = 10 + random.nextInt(41);
            boolean male = random.nextBoolean();
            double height = 80 + 2 * age + random.nextDouble();
            double weight = height / 2 + (male ? 30 : 0) + random.nextDouble();
            List<String> cells = new ArrayList<>();
            for (String column : header.split(",")) {
                cells.add(
                        switch (column) {
                            case "age" -> Integer.toString(age);
                            case "sex" -> male ? "m" : "f";
                            case "height" -> String.format(Locale.ROOT, "%.2f", height);
                            case "weight" -> String.format(Locale.ROOT, "%.2f", weight);
                            default -> "0";
                        });
            }
            lines.add(String.join(",", cells));
        }
        return Files.write(folder.resolve(name), lines);
    }

    private static Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static double[][] numbers(Path csv) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(csv)) {
            if (Character.isDigit(line.charAt(0)) || line.charAt(0) == '-') {
                String[] cells = line.split(",");
                rows.add(new double[] {Double.parseDouble(cells[0]), Double.parseDouble(cells[1])});
            }
        }
        return rows.toArray(double[][]::new);
    }

    private static double[] means(Path csv) throws IOException {
        double[][] rows = numbers(csv);
        assertThat(rows).hasDimensions(50, 2);
        return new double[] {
            Arrays.stream(rows).mapToDouble(row -> row[0]).average().orElseThrow(),
            Arrays.stream(rows).mapToDouble(row -> row[1]).average().orElseThrow()
        };
    }

    @Test
    void whatIsGeneratedIsAsTheColumnsSay() throws IOException {
        Path out = folder.resolve("made.csv");

        Outcome.of("generate", model, "--given", "age=20,sex=f", "--count", 50, "--out", out)
                .succeeded();
        double[] young = means(out);
        Outcome.of("generate", model, "--given", "age=40", "--given", "sex=m", "--count", 50, "--out", out)
                .succeeded();
        double[] old = means(out);

        assertThat(young[0]).isBetween(110.0, 130.0);
        assertThat(young[1]).isBetween(50.0, 70.0);
        assertThat(old[0]).isBetween(150.0, 170.0);
        assertThat(old[1]).isBetween(98.0, 122.0);
    }

    @Test
    void otherTablesAreReadByTheNamesOfTheirColumns() throws IOException {
        Path other = write("others.csv", "sex,id,weight,age,height", 60);
        Path codes = folder.resolve("codes.npy");

        Outcome.of("encode", model, "--data", other, "--out", codes).succeeded();
        Outcome.of("reconstruct", model, "--data", other, "--out", folder.resolve("same.csv"))
                .succeeded();
        assertThat(Outcome.of("evaluate", model, "--data", other, "--json")
                        .json()
                        .path("mse")
                        .asDouble())
                .isBetween(0.0, 0.01);
        Outcome.of("decode", model, "--data", codes, "--given", "age=30,sex=f", "--out", folder.resolve("decoded.csv"))
                .succeeded();
    }

    @Test
    void aTableMayLackWhatIsGiven() throws IOException {
        Path measures = write("measures.csv", "height,weight", "120,60", "160,110");
        Path half = write("half.csv", "height,sex,weight", "120,f,60", "160,m,110");
        Path whole = write("whole.csv", "age,height,weight,sex", "40,120,60,f", "40,160,110,f");

        List<String> walk = walk(whole, "age=40,sex=f");
        assertThat(walk).hasSizeGreaterThanOrEqualTo(3);
        assertThat(walk(measures, "age=40,sex=f")).isEqualTo(walk);
        assertThat(walk(half, "age=40,sex=f")).isEqualTo(walk);
        assertThat(refused(walking(measures, "age=40"))).contains("conditioned on sex,");
        assertThat(refused("evaluate", model, "--data", half)).contains("conditioned on age,");
        assertThat(refused("evaluate", model, "--data", half, "--set", "data.condition=age,sex"))
                .contains("no column 'age'");
    }

    @Test
    void allThatAModelIsAppliedToMayBeGivenItsColumns() throws IOException {
        Path measures = write("given.csv", "height,weight", "120,60", "160,110", "140,80");
        Path whole = write("with.csv", "age,height,weight,sex", "40,120,60,f", "40,160,110,f", "40,140,80,f");
        String given = "age=40,sex=f";

        for (String command : List.of("encode", "reconstruct", "compress")) {
            Path out = folder.resolve(command + "-given.csv");
            Outcome.of(command, model, "--data", measures, "--given", given, "--out", out)
                    .succeeded();
            if (!command.equals("compress")) {
                Path same = folder.resolve(command + "-columns.csv");
                Outcome.of(command, model, "--data", whole, "--out", same).succeeded();
                assertThat(out).hasSameTextualContentAs(same);
            }
        }
        assertThat(Outcome.of("evaluate", model, "--data", measures, "--given", given, "--json")
                        .json())
                .isEqualTo(
                        Outcome.of("evaluate", model, "--data", whole, "--json").json());
        assertThat(Outcome.of("similar", model, "--data", measures, "--row", 0, "--given", given)
                        .succeeded()
                        .out())
                .isEqualTo(Outcome.of("similar", model, "--data", whole, "--row", 0)
                        .succeeded()
                        .out());
        Path fitted = folder.resolve("fitted.dbl");
        Outcome.of("fit-sampler", model, "--data", measures, "--given", given, "--sampler", "gaussian", "--out", fitted)
                .succeeded();
        Path back = folder.resolve("back.csv");
        Path compressed = folder.resolve("compress-given.csv");
        Outcome.of("decompress", model, compressed, "--given", given, "--out", back)
                .succeeded();
        assertThat(numbers(back)).hasDimensions(3, 2);
        double[][] reconstructed = numbers(folder.resolve("reconstruct-given.csv"));
        for (int i = 0; i < reconstructed.length; i++) {
            assertThat(numbers(back)[i]).containsExactly(reconstructed[i], within(1.0));
        }
        assertThat(refused(
                        "decompress",
                        model,
                        compressed,
                        "--given",
                        "age=10,sex=m",
                        "--out",
                        folder.resolve("other.csv")))
                .contains("age=40,sex=f, and not age=10,sex=m", "give the same: --given age=40,sex=f");
        assertThat(refused("decompress", model, compressed, "--out", folder.resolve("not-given.csv")))
                .contains("conditioned on age, sex", "--given");
        assertThat(refused("compress", model, "--data", whole, "--out", folder.resolve("not-given")))
                .contains("holds codes alone", "--given", "the same again to decompress");
    }

    private static Object[] walking(Path table, String given) {
        return new Object[] {
            "interpolate",
            model,
            "--data",
            table,
            "--rows",
            "0,1",
            "--given",
            given,
            "--steps",
            3,
            "--out",
            folder.resolve("walk.csv")
        };
    }

    private static List<String> walk(Path table, String given) throws IOException {
        Outcome.of(walking(table, given)).succeeded();
        return Files.readAllLines(folder.resolve("walk.csv"));
    }

    @Test
    void whatIsMissingOrNotKnownIsRefused() throws IOException {
        Path out = folder.resolve("no.csv");

        assertThat(refused("generate", model, "--count", 3, "--out", out))
                .contains("conditioned on age, sex", "--given age=...,sex=...");
        assertThat(refused("generate", model, "--given", "age=30", "--count", 3, "--out", out))
                .contains("conditioned on sex");
        assertThat(refused("generate", model, "--given", "age=old,sex=x,size=3", "--count", 3, "--out", out))
                .contains("'old' is not what 'age' can be", "sex: f, m", "not conditioned on 'size'");
        assertThat(refused("encode", model, "--data", write("a.csv", "age,height,weight", "20,120,60"), "--out", out))
                .contains("conditioned on sex,", "--given sex=...");
        assertThat(refused("encode", model, "--data", write("b.csv", "age,sex,height", "20,f,60"), "--out", out))
                .contains("no column 'weight'");
        assertThat(refused(
                        "evaluate", model, "--data", write("d.csv", "age,sex,height,weight", "20,f,60,8", ",m,70,9")))
                .contains("d.csv:3, column 1 (age)", "the cell is empty");
        assertThat(refused("evaluate", model, "--data", write("e.csv", "age,sex,height,weight", "young,f,60,8")))
                .contains("e.csv:2, column 'age'", "the column 'age' holds texts here");
        assertThat(refused("evaluate", model, "--data", "random:20x2")).contains("conditioned on age, sex");
        assertThat(refused(
                        "train",
                        "cvae",
                        "--data",
                        write("f.csv", "age,height", "2,3"),
                        "--condition",
                        "size",
                        "--out",
                        folder.resolve("none")))
                .contains("no column 'size'");
    }

    private static String refused(Object... arguments) {
        return Outcome.of(arguments).failed(2).error();
    }

    @Test
    void aCategoryThatIsNotKnownIsToldWithItsPlace() throws IOException {
        Path other = write("c.csv", "age,sex,height,weight", "20,f,60,8", "", "30,d,70,9", "31,x,70,9");
        Path out = folder.resolve("none.csv");

        for (Object[] command : List.of(
                new Object[] {"evaluate", model, "--data", other},
                new Object[] {"encode", model, "--data", other, "--out", out},
                new Object[] {"reconstruct", model, "--data", other, "--out", out})) {
            assertThat(refused(command))
                    .contains("c.csv:4, column 'sex': 'd' is no category", "allowed: sex: f, m")
                    .doesNotContain("'x'");
            assertThat(out).doesNotExist();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "digits:20+5 | data.reader (--condition): 'digits' is no file | leave out data.condition, data.reader",
                "run         | run: this is a directory, and no table         | --condition sets",
                "rows.npy    | rows.npy:1: this is no text, and no table      | a CSV file whose first row names"
            })
    void conditionsOfWhatIsNoTableAreRefusedOnce(String data, String what, String more) {
        Rows.of(TensorSpec.of(2), new float[] {1, 2}).write(folder.resolve("rows.npy"));
        String source = data.contains(":") ? data : folder.resolve(data).toString();
        Path out = folder.resolve("no-table");

        String error = refused("train", "cvae", "--data", source, "--condition", "age", "--out", out);

        assertThat(error).contains(what, more).containsOnlyOnce("error:");
        assertThat(out).doesNotExist();
    }

    @Test
    void aConfigurationFileSaysTheSame() throws IOException {
        Path table = write("small.csv", "age,height,sex,weight", 40);
        Path file = write(
                "run.yaml",
                "data:",
                "  source: " + table,
                "  reader: table",
                "  condition: [sex]",
                "  columns: [height, weight]",
                "latent: 1",
                "epochs: 1",
                "encoder:",
                "  hidden: 4");
        Path out = folder.resolve("configured");

        Outcome.of("train", "vae", "--config", file, "--set", "likelihood.type=vae.gaussian", "--out", out)
                .succeeded();
        Outcome.of(
                        "generate",
                        out.resolve("model.dbl"),
                        "--given",
                        "sex=m",
                        "--count",
                        2,
                        "--out",
                        folder.resolve("two.csv"))
                .succeeded();
    }

    @Test
    void moreSamplesThanMemoryHoldsAreRefusedWithHowMuchTheyNeed() {
        Outcome outcome = Outcome.of(
                "train",
                "vae",
                "--data",
                "random:64x6",
                "--batch",
                "full",
                "--set",
                "loss.samples=1000000",
                "--set",
                "latent=1",
                "--out",
                folder.resolve("large"));

        assertThat(outcome.failed(5).error())
                .contains("not enough memory: 61 examples at a time need more than ", "iB are free", "loss.samples");
    }
}
