package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong is told so that it can be mended, with exit code 2, and nothing is written. */
class BadInputTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void files() throws IOException {
        TinyModel.in(folder.resolve("m"));
        write("ragged.csv", "1,2,3\n4,5,6\n7,8\n");
        write("nan.csv", "1,2,3\n4,NaN,6\n");
        write("infinite.csv", "1,2,3\n4,5,-Infinity\n");
        write("text.csv", "1,2,3\n4,five,6\n");
        write("empty.csv", "");
        write("empty.npy", "");
        write("wrong.npy", "this is no array, whatever its name says");
        write("wrong.npz", "nor is this an archive");
        write("wrong-idx3-ubyte", "nor is this an image file");
        write("four.csv", "1,2,3,4\n5,6,7,8\n");
        write("image.npy", "");
        Files.write(folder.resolve("cut.csv.gz"), truncated(gzip("1,2,3\n".repeat(10_000)), 60));
        byte[] model = Files.readAllBytes(folder.resolve("m/model.dbl"));
        Files.write(folder.resolve("cut.dbl"), truncated(model, model.length - 100));
        Files.write(folder.resolve("stub.dbl"), truncated(model, 10));
        model[model.length / 2] ^= 1;
        Files.write(folder.resolve("changed.dbl"), model);
        write("bad.yaml", "latent: [1\n");
        write("twice.yaml", "latent: 3\nlatent: 4\n");
        write("unknown.yaml", "# a comment\nencoder:\n  hiden: 4\n");
        write("bad.json", "{\"latent\": }");
        write("bad.txt", "latent");
        Outcome.of(
                        "encode",
                        folder.resolve("m/model.dbl"),
                        "--data",
                        TinyModel.DATA,
                        "--out",
                        folder.resolve("codes.npy"))
                .succeeded();
        write("file", "no directory");
        Files.createSymbolicLink(folder.resolve("link.npy"), folder.resolve("codes.npy"));
        Files.createDirectory(folder.resolve("numbers"));
        for (String name : List.of("six.csv", "six.npy", "six.png", "numbers/a.csv")) {
            write(name, "1,2,3,4,5,6\n");
        }
        for (String name : List.of("m.npy", "m.png")) {
            Files.copy(folder.resolve("m/model.dbl"), folder.resolve(name));
        }
    }

    private static void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] truncated(byte[] bytes, int length) {
        return Arrays.copyOf(bytes, length);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "none.csv         | no such file ; none.csv",
                "cut.csv.gz       | stops before its end ; cut.csv.gz ; copy or download",
                "wrong.npy        | first bytes ; wrong.npy ; NPY",
                "wrong.npz        | wrong.npz ; first bytes",
                "wrong-idx3-ubyte | wrong-idx3-ubyte",
                "ragged.csv       | ragged.csv:3 ; expected 3 columns, found 2",
                "nan.csv          | nan.csv:2, column 2 ; 'NaN' is not a finite number ; allowed",
                "infinite.csv     | infinite.csv:2, column 3 ; finite",
                "text.csv         | text.csv:2, column 2 ; 'five' is not a number ; data.reader=text",
                "empty.csv        | empty.csv ; no examples ; at least one",
                "empty.npy        | empty.npy ; no examples",
                "bad.txt          | bad.txt ; allowed",
            })
    void data(String file, String fragments) {
        refused(fragments.split(" ; "), "train", "ae", "--data", folder.resolve(file), "--out", out());
    }

    private static Stream<Arguments> commands() {
        return Stream.of(
                arguments(
                        "train vaee",
                        "there is no recipe 'vaee'|allowed: aae, aae-cluster, aae-heads|did you mean 'vae'"),
                arguments("train ae --set latnt=3", "latnt (--set)|no such key|did you mean 'latent'"),
                arguments("train ae --set encoder.hiden=3", "encoder.hiden (--set)|did you mean 'encoder.hidden'"),
                arguments("train ae --set latent=0", "latent (--set)|'0' is out of range|allowed: a whole number >= 1"),
                arguments("train ae --set latent=many", "latent (--set)|'many' is not a whole number"),
                arguments("train ae --set latent", "'latent' sets nothing|key=value"),
                arguments("train ae --set latent=2 --set latent=3", "latent|given twice|--set latent=2|keep one"),
                arguments("train ae --epochs 2 --set epochs=3", "epochs|given twice|--epochs 2|--set epochs=3"),
                arguments("train ae --epochs 1 --epochs 2", "--epochs|only once"),
                arguments("train ae --epochs 0", "epochs|'0' is out of range|>= 1"),
                arguments("train ae --epochs ten", "epochs|'ten' is not a whole number"),
                arguments("train ae --batch -1", "batch|out of range"),
                arguments(
                        "train ae --set encoder.type=acme.conv",
                        "encoder.type (--set)|no encoder 'acme.conv'|vanilla.dense"),
                arguments("train ae --set encoder.type=dens", "encoder.type|did you mean 'vanilla.dense'"),
                arguments("train ae --config @bad.yaml", "bad.yaml:2|not YAML"),
                arguments("train ae --config @twice.yaml", "twice.yaml:2|'latent' is there twice|twice.yaml:1"),
                arguments("train ae --config @unknown.yaml", "encoder.hiden|unknown.yaml:3|did you mean"),
                arguments("train ae --config @bad.json", "bad.json"),
                arguments("train ae --config @none.yaml", "none.yaml|no such file"),
                arguments("train ae --config @bad.txt", "bad.txt|yaml"),
                arguments("train ae --data digit", "no data set called 'digit'|did you mean digits"),
                arguments("train ae --data random:0x5", "random"),
                arguments("train ae --out @file", "file|need a directory|--out"),
                arguments("train ae --fast", "--fast|--help"),
                arguments("trian ae", "trian|train"),
                arguments("train", "RECIPE"),
                arguments("evaluate @m/model.dbl", "--data"),
                arguments("evaluate @none.dbl --data random:5x6", "none.dbl|no such model file|diabolo train"),
                arguments("evaluate @four.csv --data random:5x6", "four.csv|no model file"),
                arguments("evaluate @cut.dbl --data random:5x6", "cut.dbl|cut short or changed|whole"),
                arguments("evaluate @stub.dbl --data random:5x6", "stub.dbl|cut short or changed"),
                arguments("evaluate @changed.dbl --data random:5x6", "changed.dbl|cut short or changed"),
                arguments("evaluate @m/model.dbl --data @four.csv", "four.csv|4 values|allowed: rows of 6 values"),
                arguments("encode @m/model.dbl --data @four.csv --out @new.npy", "four.csv|4 values|rows of 6 values"),
                arguments("decode @m/model.dbl --data @four.csv --out @new.npy", "four.csv|4 values|rows of 2 values"),
                arguments("reconstruct @m/model.dbl --data @four.csv --out @new.npy", "four.csv|4 values"),
                arguments("encode @m/model.dbl --data random:5x6 --out @new.txt", "new.txt|.npy or .csv"),
                arguments("encode @m/model.dbl --data random:5x6", "--out"),
                arguments("encode @m/model.dbl --data random:5x6 --split test --out @new.npy", "no test part|--split"),
                arguments("decode @m/model.dbl --data @codes.npy --out @codes.npy", "--out|would be lost|another file"),
                arguments("decode @m/model.dbl --data @codes.npy --out @link.npy", "--data|would be lost"),
                arguments("encode @m/model.dbl --data @numbers --out @numbers/a.csv", "--data|would be lost"),
                arguments("encode @m/model.dbl --data @numbers --out @numbers/new.csv", "--data|would be lost"),
                arguments("reconstruct @m/model.dbl --data @six.csv --out @six.csv", "--data|would be lost"),
                arguments("compress @m/model.dbl --data @six.csv --out @six.csv", "--data|would be lost"),
                arguments("compress @m/model.dbl --data @six.csv --out @m/model.dbl", "MODEL|would be lost"),
                arguments("export @m/model.dbl --out @m/model.dbl", "MODEL|would be lost"),
                arguments("encode @m.npy --data @six.csv --out @m.npy", "MODEL|would be lost"),
                arguments("decode @m.npy --data @codes.npy --out @m.npy", "MODEL|would be lost"),
                arguments("reconstruct @m.npy --data @six.csv --out @m.npy", "MODEL|would be lost"),
                arguments("decompress @m.npy @six.npy --out @m.npy", "MODEL|would be lost"),
                arguments("decompress @m.npy @six.npy --out @six.npy", "FILE|would be lost"),
                arguments("similar @m.png --data @six.csv --row 0 --out @m.png", "MODEL|would be lost"),
                arguments("similar @m.npy --data @six.png --row 0 --out @six.png", "--data|would be lost"),
                arguments("similar @m.npy --data @six.csv --query @six.png --out @six.png", "--query|would be lost"),
                arguments("similar @m.npy --data @six.csv --row 0 --queries 2", "--queries|no effect without --query"),
                arguments(
                        "similar @m.npy --data @six.csv --query @six.csv --queries 2 --precision",
                        "--queries|no effect"),
                arguments("similar @m.npy --data @six.csv --precision --out @new.png", "--out|no effect"),
                arguments("reconstruct @m.npy --data @six.csv --seed 2 --out @new.npy", "--seed|no effect|--corrupt"),
                arguments(
                        "reconstruct @m/model.dbl --data random:5x6 --out @new.png", "new.png|no images|.npy or .csv"),
                arguments("plugins describe vanilla.dens", "vanilla.dens|did you mean 'vanilla.dense'"),
                arguments("recipes describe ea", "there is no recipe 'ea'|allowed: aae, aae-cluster, aae-heads"),
                arguments("data describe mnst", "mnst|did you mean mnist"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("commands")
    void command(String command, String fragments) {
        Stream<String> words = Arrays.stream(command.split(" "))
                .map(word ->
                        word.startsWith("@") ? folder.resolve(word.substring(1)).toString() : word);
        Stream<String> quick = command.startsWith("train ae") && !command.contains("--data")
                ? Stream.of("--data", TinyModel.DATA)
                : Stream.of();
        Stream<String> safe = command.startsWith("train ae") && !command.contains("--out")
                ? Stream.of("--out", out().toString())
                : Stream.of();
        refused(
                fragments.split("\\|"),
                Stream.of(words, quick, safe).flatMap(s -> s).toArray());
    }

    private static Path out() {
        return folder.resolve("out");
    }

    private static void refused(String[] fragments, Object... arguments) {
        Map<String, String> before = snapshot();

        Outcome outcome = Outcome.of(arguments).failed(2);

        for (String fragment : fragments) {
            if (fragment != null) {
                assertThat(outcome.error()).contains(fragment);
            }
        }
        assertThat(snapshot()).as("files after the failure").isEqualTo(before);
    }

    private static Map<String, String> snapshot() {
        Map<String, String> snapshot = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                snapshot.put(
                        folder.relativize(path).toString(),
                        Files.isRegularFile(path) ? Arrays.hashCode(Files.readAllBytes(path)) + "" : "directory");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return snapshot;
    }

    @Test
    void anUnwritableDirectoryIsTheMachinesRefusal() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "skipped: no directory that nobody can write to");
        Outcome outcome =
                Outcome.of(TinyModel.arguments(Path.of("/proc/diabolo"))).failed(5);

        assertThat(outcome.error()).contains("/proc/diabolo", "cannot be written to", "--out");
    }

    @Test
    void aDirectoryOfAnOutputThatCannotBeIsTold() throws IOException {
        Files.writeString(folder.resolve("nowhere"), "a file");
        Outcome outcome = Outcome.of(
                        "encode",
                        folder.resolve("m/model.dbl"),
                        "--data",
                        TinyModel.DATA,
                        "--out",
                        folder.resolve("nowhere/codes.npy"))
                .failed(5);

        assertThat(outcome.error())
                .contains("nowhere", "'nowhere' is a file, and would have to be a directory", "directory that exists");
    }

    @Test
    void whatIsInADirectoryThatMayNotBeEnteredIsNotSaidToBeMissing(@TempDir Path work) throws Exception {
        Path closed = Files.createDirectory(work.resolve("closed"));
        Files.copy(folder.resolve("m/model.dbl"), closed.resolve("model.dbl"));
        Files.writeString(closed.resolve("rows.csv"), "1,2,3,4,5,6\n");
        String[] bound = {"setpriv", "--inh-caps=-all", "--bounding-set=-dac_override,-dac_read_search"};
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")), "skipped: no setpriv, without which root may all");
        assumeTrue(
                shell(bound[0], bound[1], bound[2], "true") == 0 && shell("chmod", "600", closed.toString()) == 0,
                "skipped: no rights to give away");
        try {
            Outcome model = new DiaboloProcess(work)
                    .startedBy(bound)
                    .run("evaluate", "closed/model.dbl", "--data", "random:5x6")
                    .failed(5);
            Outcome data = new DiaboloProcess(work)
                    .startedBy(bound)
                    .run("evaluate", folder.resolve("m/model.dbl"), "--data", "closed/rows.csv")
                    .failed(5);

            assertThat(model.error()).contains("closed/model.dbl: the model may not be read: permission denied");
            assertThat(data.error()).contains("closed/rows.csv: you have no permission to read this file");
        } finally {
            shell("chmod", "700", closed.toString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DIABOLO_LATNT  | 3    | DIABOLO_LATNT | did you mean 'DIABOLO_LATENT'",
                "DIABOLO_LATENT | many | DIABOLO_LATENT | 'many' is not a whole number",
                "DIABOLO_EPOCHS | 0    | DIABOLO_EPOCHS | out of range",
            })
    void environment(String name, String value, String first, String second, @TempDir Path work) {
        Outcome outcome = new DiaboloProcess(work)
                .environment(name, value)
                .run("train", "ae", "--data", TinyModel.DATA)
                .failed(2);

        assertThat(outcome.error()).contains(first, second);
        assertThat(work).isEmptyDirectory();
    }

    @Test
    void aFullDiskLeavesWhatWasThere(@TempDir Path work) throws Exception {
        Path disk = Files.createDirectory(work.resolve("disk"));
        assumeTrue(
                shell("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()) == 0,
                "skipped: no small disk can be mounted here");
        try {
            Path model = TinyModel.in(disk.resolve("m"));
            byte[] before = Files.readAllBytes(model);

            Outcome training = Outcome.of(
                    "train", "ae", "--data", TinyModel.DATA, "--epochs", 1, "--out", disk.resolve("m"), "--force");
            Outcome rows =
                    Outcome.of("reconstruct", model, "--data", "random:20000x6", "--out", disk.resolve("rows.npy"));

            assertThat(training.failed(5).error()).contains("model.dbl", "cannot be written", "free space");
            assertThat(rows.failed(5).error()).contains("rows.npy", "cannot be written", "room");
            assertThat(model).hasBinaryContent(before);
            assertThat(disk.resolve("m").toFile().list()).containsExactly("model.dbl");
            assertThat(disk.toFile().list()).containsExactly("m");
        } finally {
            shell("umount", disk.toString());
        }
    }

    private static int shell(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
