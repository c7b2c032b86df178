package dev.diabolo.cli;

import dev.diabolo.Rows;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where generated examples go: a picture of them, or their values. */
final class WalkFile {
    static final String DESCRIPTION =
            "Where the results go: .png for a picture of images or of points in the plane, .npy or .csv for the values, in the data's units.";

    /** More would be a picture that few programs open. */
    private static final int MOST_IMAGES = 10_000;

    private final Path file;
    private final boolean picture;

    /** Refuses a name of another kind, before any work is done. */
    WalkFile(Path file) {
        this.file = file;
        this.picture = Picture.orRows(file);
    }

    /** Refuses a picture of what is none, before any work is done. */
    void requireDrawable(TensorSpec spec, int count) {
        if (!picture) {
            return;
        }
        if (PointPlot.draws(spec)) {
            return;
        }
        if (Pictures.grid(spec, List.of(), 1).isEmpty()) {
            throw DiaboloException.user(
                    "output.no-images",
                    Problem.of("these data (" + spec + ") are no images, so there is no picture to draw")
                            .at(file.toString())
                            .allowed("a name that ends in .npy or .csv"));
        }
        if (count > MOST_IMAGES) {
            throw DiaboloException.user(
                    "output.too-many-images",
                    Problem.of(count + " images are too many for one picture")
                            .at(file.toString())
                            .allowed("at most " + MOST_IMAGES + ", or a name that ends in .npy or .csv"));
        }
    }

    /** Examples one after the other. */
    void write(Rows rows) {
        if (picture) {
            List<float[]> images = new ArrayList<>();
            rows.forEach(images::add);
            Picture drawing = PointPlot.draws(rows.spec())
                    ? new PointPlot(images, Optional.empty())
                    : Pictures.images(rows.spec(), images).orElseThrow();
            drawing.write(file);
        } else {
            rows.write(file);
        }
    }

    /**
     * Several ways, a row of the picture each; of values, one behind the other.
     *
     * @param columns the names of the values; empty where they have none
     */
    void write(TensorSpec spec, List<String> columns, List<List<float[]>> ways) {
        if (picture) {
            Picture drawing = PointPlot.draws(spec)
                    ? new PointPlot(ways.stream().flatMap(List::stream).toList(), Optional.empty())
                    : Pictures.grid(spec, ways, 1).orElseThrow();
            drawing.write(file);
        } else {
            Rows.of(spec, ways.stream().flatMap(List::stream).toArray(float[][]::new))
                    .named(columns)
                    .write(file);
        }
    }
}
