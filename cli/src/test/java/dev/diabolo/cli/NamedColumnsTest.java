package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a model of a table with a header calls its columns. */
class NamedColumnsTest {
    private static final String HEADER = "height,weight,\"shoe, \"\"size\"\"\"";

    @TempDir
    static Path folder;

    private static Path table;
    private static Path model;

    @BeforeAll
    static void train() throws IOException {
        table = write("people.csv", HEADER, 0, 1);
        model = trained("vae", table);
    }

    private static Path trained(String recipe, Path data, Object... more) {
        Path out = folder.resolve("run-" + data.getFileName());
        List<Object> arguments = new ArrayList<>(List.of("train", recipe, "--data", data, "--out", out, "--quiet"));
        arguments.addAll(List.of("--set", "encoder.hidden=4", "--set", "latent=2", "--epochs", 1, "--batch", 20));
        arguments.addAll(List.of(more));
        Outcome.of(arguments.toArray()).succeeded();
        return out.resolve("model.dbl");
    }

    /** Numbers in [0, 1); those of the second column times a factor, and moved. */
    private static Path write(String name, String header, int from, int factor) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        List<String> lines = new ArrayList<>(List.of(header));
        for (int i = 0; i < 40; i++) {
            lines.add(i % 2 + "," + (from + factor * random.nextDouble()) + "," + random.nextDouble());
        }
        return Files.write(folder.resolve(name), lines);
    }

    private static List<String> written(Path out) throws IOException {
        return Files.readAllLines(out);
    }

    @Test
    void tablesOfDataHaveTheHeaderOfTheTableThatWasLearntFrom() throws IOException {
        Path codes = folder.resolve("codes.csv");
        Outcome.of("encode", model, "--data", table, "--out", codes).succeeded();
        assertThat(written(codes)).hasSize(40);
        Path compressed = folder.resolve("people.code");
        Outcome.of("compress", model, "--data", table, "--out", compressed).succeeded();
        List<List<Object>> commands = List.of(
                List.of("generate", model, "--count", 5),
                List.of("reconstruct", model, "--data", table),
                List.of("reconstruct", model, "--data", table, "--corrupt=gaussian"),
                List.of("decode", model, "--data", codes),
                List.of("decompress", model, compressed),
                List.of("interpolate", model, "--data", table, "--rows", "0,1"),
                List.of("traverse", model));
        for (List<Object> command : commands) {
            Path out = folder.resolve("new-" + command.get(0) + command.size() + ".csv");
            List<Object> arguments = new ArrayList<>(command);
            arguments.addAll(List.of("--out", out));
            Outcome.of(arguments.toArray()).succeeded();

            List<String> lines = written(out);
            assertThat(lines.get(0)).as(command.toString()).isEqualTo(HEADER);
            assertThat(Outcome.of("evaluate", model, "--data", out, "--json")
                            .json()
                            .path("examples")
                            .asInt())
                    .isEqualTo(lines.size() - 1);
        }
    }

    @Test
    void anArrayHasNoHeader() throws IOException {
        Path array = folder.resolve("new.npy");
        Outcome.of("generate", model, "--count", 5, "--out", array).succeeded();
        Path back = folder.resolve("back.csv");
        Outcome.of("reconstruct", model, "--data", array, "--out", back).succeeded();
        assertThat(written(back)).hasSize(6).first().isEqualTo(HEADER);
    }

    @Test
    void labelsAreNoColumnAndNumbersAreNoNames() throws IOException {
        Path out = folder.resolve("few.csv");

        Outcome.of("generate", trained("vae", write("named.csv", "label,a,b", 0, 1)), "--count", 3, "--out", out)
                .succeeded();
        assertThat(written(out)).hasSize(4).first().isEqualTo("a,b");

        Outcome.of("generate", trained("vae", write("years.csv", "label,2019,2020", 0, 1)), "--count", 3, "--out", out)
                .succeeded();
        assertThat(written(out)).as("they would be read as a row").hasSize(3);
    }

    @Test
    void theReaderOfTablesNamesItsColumnsToo() throws IOException {
        Path data = write("chosen.csv", "2018,2019,2020", 0, 1);
        Path out = folder.resolve("chosen-few.csv");
        Path chosen = trained("vae", data, "--set", "data.reader=table", "--set", "data.columns=2020,2018");

        Outcome.of("generate", chosen, "--count", 3, "--out", out).succeeded();

        assertThat(written(out)).hasSize(4).first().isEqualTo("2020,2018");
        assertThat(Outcome.of("evaluate", chosen, "--data", out, "--json")
                        .json()
                        .path("examples")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void whatIsSaidOfColumnsNamesThem() throws IOException {
        Path wide = write("wide.csv", HEADER, 0, 100000);
        String warning = Outcome.of(
                        "train",
                        "ae",
                        "--data",
                        wide,
                        "--epochs",
                        1,
                        "--out",
                        folder.resolve("wide"),
                        "--set",
                        "latent=1")
                .succeeded()
                .error();
        assertThat(warning).contains("column 2 (weight) goes from", "and column 3 (shoe, \"size\") from");

        assertThat(Outcome.of("evaluate", model, "--data", write("far.csv", HEADER, 5, 1))
                        .failed(2)
                        .error())
                .contains("column 'weight' of the data lies in [5", "row 1");
    }
}
