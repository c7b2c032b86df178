package dev.diabolo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.diabolo.Autoencoder;
import dev.diabolo.Diabolo;
import dev.diabolo.data.CsvWriter;
import dev.diabolo.data.NpyWriter;
import dev.diabolo.spi.data.Examples;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same numbers give the same bits, whatever threads computed them and whatever file held them. */
class DeterminismTest {
    /** A fifth of MNIST's training images. */
    private static final int IMAGES = 12_000;

    private static final int PIXELS = 28 * 28;

    @TempDir
    Path folder;

    private static byte[] parameters(Path model) throws IOException {
        try (ZipFile zip = new ZipFile(model.toFile())) {
            return zip.getInputStream(zip.getEntry("parameters.safetensors")).readAllBytes();
        }
    }

    @Test
    void theNumberOfWorkersDoesNotMatter() throws IOException {
        List<byte[]> models = new ArrayList<>();
        for (int workers : new int[] {1, 2}) {
            Path out = folder.resolve("w" + workers);
            Outcome.of("train", "ae", "--data", "random:3000x20", "--epochs", 3, "--workers", workers, "--out", out)
                    .succeeded();
            models.add(parameters(out.resolve("model.dbl")));
        }
        assertThat(models.get(0)).hasSizeGreaterThan(1000).isEqualTo(models.get(1));
    }

    @Test
    void whatIsDecodedFromCodesIsWhatIsReconstructed() {
        Path model = TinyModel.in(folder.resolve("m"));
        Path codes = folder.resolve("codes.npy");
        Path codesAsText = folder.resolve("codes.csv");
        Outcome.of("encode", model, "--data", TinyModel.DATA, "--out", codes).succeeded();
        Outcome.of("encode", model, "--data", TinyModel.DATA, "--out", codesAsText)
                .succeeded();
        Outcome.of("decode", model, "--data", codes, "--out", folder.resolve("back.npy"))
                .succeeded();
        Outcome.of("decode", model, "--data", codesAsText, "--out", folder.resolve("text.npy"))
                .succeeded();
        Outcome.of("reconstruct", model, "--data", TinyModel.DATA, "--out", folder.resolve("whole.npy"))
                .succeeded();

        assertThat(folder.resolve("back.npy")).hasSameBinaryContentAs(folder.resolve("whole.npy"));
        assertThat(folder.resolve("text.npy")).hasSameBinaryContentAs(folder.resolve("whole.npy"));
    }

    @Test
    void codesAreTheSameBeforeAndAfterSavingByProgramAndByCommand() {
        Path file = folder.resolve("model.dbl");
        Path codes = folder.resolve("codes.npy");
        try (Diabolo diabolo = Diabolo.create()) {
            var data = diabolo.data(TinyModel.DATA);
            Autoencoder trained = diabolo.training("ae").epochs(1).train(data);
            float[][] before = trained.encode(data.train()).toArray();
            trained.save(file);
            float[][] after = diabolo.load(file).encode(data.train()).toArray();
            Outcome.of("encode", file, "--data", TinyModel.DATA, "--out", codes).succeeded();

            assertThat(after).isDeepEqualTo(before);
            assertThat(rows(diabolo.data(codes.toString()).train())).isDeepEqualTo(before);
        }
    }

    private static float[][] rows(Examples examples) {
        float[][] rows = new float[examples.size()][examples.spec().size()];
        for (int i = 0; i < rows.length; i++) {
            examples.read(i, rows[i], 0);
        }
        return rows;
    }

    @Test
    void theFormOfTheDataDoesNotMatter() throws IOException {
        Path mnist = Path.of("").toAbsolutePath().resolve("../../shared/data/mnist/train-images-idx3-ubyte.gz");
        assumeTrue(Files.exists(mnist), "skipped: no MNIST at " + mnist.normalize());
        List<byte[]> models = new ArrayList<>();
        for (Path data : sameImages(mnist)) {
            Path out = folder.resolve("of-" + data.getFileName());
            Outcome.of("train", "ae", "--data", data, "--epochs", 1, "--set", "encoder.hidden=16", "--out", out)
                    .succeeded();
            models.add(parameters(out.resolve("model.dbl")));
        }
        assertThat(models).hasSize(4).allSatisfy(model -> assertThat(model).isEqualTo(models.get(0)));
    }

    private List<Path> sameImages(Path mnist) throws IOException {
        Path idx = folder.resolve("images-idx3-ubyte");
        byte[] pixels = new byte[IMAGES * PIXELS];
        try (DataInputStream in = new DataInputStream(new GZIPInputStream(Files.newInputStream(mnist)))) {
            in.readNBytes(16);
            in.readFully(pixels);
        }
        ByteBuffer bytes = ByteBuffer.allocate(16 + pixels.length);
        bytes.putInt(0x803).putInt(IMAGES).putInt(28).putInt(28).put(pixels);
        Files.write(idx, bytes.array());

        Path csv = folder.resolve("images.csv");
        Path npy = folder.resolve("images.npy");
        Path npz = folder.resolve("images.npz");
        try (Diabolo diabolo = Diabolo.create()) {
            Examples images = diabolo.data(idx.toString()).train();
            List<float[]> rows = List.of(rows(images));
            new CsvWriter().write(csv, images.spec(), rows.iterator());
            new NpyWriter().write(npy, images.spec(), rows.iterator());
        }
        try (OutputStream out = Files.newOutputStream(npz);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("x_train.npy"));
            Files.copy(npy, zip);
            zip.closeEntry();
        }
        return List.of(idx, csv, npy, npz);
    }
}
