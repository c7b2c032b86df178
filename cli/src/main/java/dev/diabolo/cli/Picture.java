package dev.diabolo.cli;

import dev.diabolo.OutputFile;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;

/** A picture of originals and their reconstructions. */
interface Picture {
    /** How the two are told apart, for the user. */
    String legend();

    /** What it shows pairs of: images, or sequences. */
    String examples();

    /** How many pairs it shows. */
    int pairs();

    BufferedImage draw();

    /** Whether a file's name says that it is a picture. */
    static boolean isNamed(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".png");
    }

    /**
     * Whether a file is to be a picture; else it is to hold rows of numbers.
     *
     * @throws DiaboloException (USER) where its name says neither
     */
    static boolean orRows(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (!isNamed(file) && !name.endsWith(".npy") && !name.endsWith(".csv")) {
            throw DiaboloException.user(
                    "output.unknown-format",
                    Problem.of("cannot tell in which format to write")
                            .at(file.toString())
                            .allowed("a name that ends in .png, .npy or .csv"));
        }
        return isNamed(file);
    }

    /** Writes a PNG, whole or not at all. */
    default void write(Path file) {
        OutputFile.write(file, out -> ImageIO.write(draw(), "png", out));
    }
}
