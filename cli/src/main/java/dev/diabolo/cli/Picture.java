package dev.diabolo.cli;

import dev.diabolo.OutputFile;
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

    /** Writes a PNG, whole or not at all. */
    default void write(Path file) {
        OutputFile.write(file, out -> ImageIO.write(draw(), "png", out));
    }
}
