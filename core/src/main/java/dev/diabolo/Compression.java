package dev.diabolo;

import dev.diabolo.compression.CodeFile;
import dev.diabolo.data.Scaling;
import dev.diabolo.metrics.JpegBaseline;
import dev.diabolo.metrics.QualityMeter;
import dev.diabolo.spi.data.Examples;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Examples as files of codes, quantised and entropy-coded, with a model on both sides. A file belongs to the model that wrote it,
 * told by a fingerprint of its parameters, and to the label and the columns that this was given. Safe for any number of threads; lives as long as its model.
 */
public final class Compression {
    /** Images that share a JPEG file where headers are to weigh nothing. */
    private static final int SHEET = 1024;

    private final Autoencoder model;
    private final Scaling scaling;
    private final CodeFile.Owner owner;

    /**
     * @param given as {@link CodeFile.Owner#given}
     */
    Compression(Autoencoder model, Scaling scaling, String fingerprint, String given) {
        this.model = model;
        this.scaling = scaling;
        this.owner = new CodeFile.Owner(fingerprint, model.dataSpec(), model.codeSpec(), given);
    }

    /**
     * Writes examples.
     *
     * @param bits for each number of a code, from 1 to 16, before they are entropy-coded
     * @throws DiaboloException (USER) for other bits, no examples, or some of another width, and where each example has a label or
     *     columns of its own, which no file keeps; (RESOURCE) where the file cannot be written
     */
    public void write(Examples examples, int bits, Path file) {
        requireCodesAlone(file);
        Rows codes = model.encode(examples);
        CodeFile.write(file, owner, codes.size(), codes.iterator(), bits);
    }

    /**
     * Examples as they come back, in the units of the data, computed as they are read.
     *
     * @throws DiaboloException (USER) where the file is missing, was cut short or changed, or was written by another model, or by this
     *     one given another label or other columns, and where the model needs a label or columns that it was not given
     */
    public Rows read(Path file) {
        requireCodesAlone(file);
        return model.decode(CodeFile.open(file, owner));
    }

    /** Refuses a model that needs more than codes to decode. */
    private void requireCodesAlone(Path file) {
        List<String> needed = model.notGiven();
        if (!needed.isEmpty()) {
            throw DiaboloException.user(
                    "compression.conditional",
                    Problem.of("this model is conditioned on " + String.join(", ", needed)
                                    + ", and a compressed file holds codes alone")
                            .at(file.toString())
                            .allowed("models that are not conditioned on labels or columns, or are given them for all"
                                    + " examples alike")
                            .remedy(
                                    "name what all examples have, with --label or --given, and the same again to decompress; in Java"
                                            + " Autoencoder.given"));
        }
    }

    /**
     * Tells what a file has achieved.
     *
     * @param file that was written of these examples
     * @param most examples to compare, the first ones; at least 1; fewer are where they do not fit into memory together
     */
    public CompressionReport compare(Examples examples, Path file, int most) {
        TensorSpec spec = model.dataSpec();
        int compared = Math.min(Math.min(most, examples.size()), fitting(spec));
        Examples scaled = scaling.of(examples);
        Iterator<float[]> back = read(file).iterator();
        QualityMeter meter = new QualityMeter(spec, 1);
        List<float[]> originals = new ArrayList<>();
        for (int i = 0; i < compared; i++) {
            float[] original = new float[spec.size()];
            scaled.read(i, original, 0);
            float[] restored = back.next();
            scaling.apply(restored);
            meter.add(original, restored);
            originals.add(original);
        }
        long bytes = size(file);
        double perExample = (double) bytes / examples.size();
        return new CompressionReport(
                examples.size(),
                bytes,
                Byte.SIZE * perExample / pixels(spec),
                QualityReport.of(meter),
                jpeg(originals, perExample));
    }

    /** How many examples fit into a quarter of the memory: as they were, as they came back, and drawn. */
    private static int fitting(TensorSpec spec) {
        long bytes = 3L * Float.BYTES * spec.size();
        return (int)
                Math.max(1, Math.min(Integer.MAX_VALUE, Runtime.getRuntime().maxMemory() / 4 / bytes));
    }

    private List<CompressionReport.Jpeg> jpeg(List<float[]> images, double bytesPerImage) {
        List<CompressionReport.Jpeg> reports = new ArrayList<>();
        if (JpegBaseline.applies(model.dataSpec())) {
            for (int imagesPerFile : new int[] {1, SHEET}) {
                JpegBaseline jpeg = JpegBaseline.near(bytesPerImage, images, model.dataSpec(), imagesPerFile);
                reports.add(new CompressionReport.Jpeg(
                        jpeg.imagesPerFile(),
                        jpeg.percent(),
                        jpeg.bytesPerImage(),
                        jpeg.headerBytesPerImage(),
                        QualityReport.of(jpeg.quality())));
            }
        }
        return reports;
    }

    private static long pixels(TensorSpec spec) {
        return spec.rank() == 3 ? spec.dimension(1) * spec.dimension(2) : spec.size();
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
