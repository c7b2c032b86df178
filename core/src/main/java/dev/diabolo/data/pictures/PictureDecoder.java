package dev.diabolo.data.pictures;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes a picture with the JDK's ImageIO. The size in the header is looked at before any pixel is. Of several pictures in a
 * file the first is taken; transparent parts are white; 16 bits become 8; how a camera was held is not looked at.
 *
 * @param mostPixels a picture with more is refused
 */
record PictureDecoder(long mostPixels) {
    private static final int WHITE = 255;

    /** A decoder needs the picture's pixels, of four bytes, and our floats of them, of twelve. */
    private static final long BYTES_A_PIXEL = 16;

    /** The extensions of file names that some reader is for, in lower case. */
    static Set<String> extensions() {
        Set<String> extensions = new TreeSet<>();
        for (String suffix : ImageIO.getReaderFileSuffixes()) {
            if (!suffix.isEmpty()) {
                extensions.add(suffix.toLowerCase(java.util.Locale.ROOT));
            }
        }
        return extensions;
    }

    /** How many pixels fit into half of the memory while they are decoded. */
    static long mostInMemory() {
        return Runtime.getRuntime().maxMemory() / 2 / BYTES_A_PIXEL;
    }

    /** Decodes. */
    Picture decode(Path file) throws BadPictureException {
        return read(file, this::decode);
    }

    /** How many pixels a picture's header announces; 0 where it cannot be read, which decoding will tell of. */
    long pixels(Path file) {
        try {
            return read(file, (reader, in) -> {
                reader.setInput(in, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            });
        } catch (BadPictureException bad) {
            return 0;
        }
    }

    /** Something that a reader of pictures does with a file. */
    @FunctionalInterface
    private interface Use<T> {
        T apply(ImageReader reader, ImageInputStream in) throws IOException, BadPictureException;
    }

    private static <T> T read(Path file, Use<T> use) throws BadPictureException {
        try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new BadPictureException(
                        in.length() == 0 ? "the file is empty" : "its first bytes are of no known kind of picture",
                        null);
            }
            ImageReader reader = readers.next();
            try {
                return use.apply(reader, in);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException damaged) {
            // Decoders of the JDK answer damaged files with whatever exception comes up.
            throw new BadPictureException(
                    "it cannot be decoded: "
                            + (damaged.getMessage() == null
                                    ? damaged.getClass().getSimpleName()
                                    : damaged.getMessage()),
                    damaged);
        }
    }

    private Picture decode(ImageReader reader, ImageInputStream in) throws IOException, BadPictureException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        reader.setInput(in, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > mostPixels || pixels > mostInMemory()) {
            throw new BadPictureException(
                    "its header announces " + reader.getWidth(0) + "x" + reader.getHeight(0) + " pixels, and "
                            + (pixels > mostPixels ? mostPixels + " are allowed" : "they do not fit into memory"),
                    null);
        }
        BufferedImage image = reader.read(0, reader.getDefaultReadParam());
        // libjpeg fills what is missing with grey, and only warns.
        for (String warning : warnings) {
            if (warning.contains("ends prematurely") || warning.contains("remature end")) {
                throw new BadPictureException("it is cut short: " + warning, null);
            }
        }
        return isGrey(image.getColorModel()) ? grey(image) : colour(image);
    }

    private static boolean isGrey(ColorModel model) {
        if (model instanceof IndexColorModel palette) {
            for (int i = 0; i < palette.getMapSize(); i++) {
                if (palette.getRed(i) != palette.getGreen(i) || palette.getRed(i) != palette.getBlue(i)) {
                    return false;
                }
            }
            return true;
        }
        return model.getNumColorComponents() == 1;
    }

    /** The samples as they are: Java takes grey for linear, and would brighten it on the way to red, green and blue. */
    private static Picture grey(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        float[] values = new float[width * height];
        if (image.getColorModel() instanceof IndexColorModel) {
            fill(image, values, 1);
            return new Picture(1, height, width, values);
        }
        Raster raster = image.getRaster();
        boolean transparent = raster.getNumBands() > 1;
        int shift = raster.getTransferType() == DataBuffer.TYPE_USHORT ? Byte.SIZE : 0;
        int[] samples = new int[width];
        int[] opacity = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, samples);
            if (transparent) {
                raster.getSamples(0, y, width, 1, 1, opacity);
            }
            for (int x = 0; x < width; x++) {
                int alpha = transparent ? opacity[x] >> shift : WHITE;
                values[y * width + x] = onWhite(samples[x] >> shift, alpha);
            }
        }
        return new Picture(1, height, width, values);
    }

    private static Picture colour(BufferedImage image) {
        float[] values = new float[3 * image.getWidth() * image.getHeight()];
        fill(image, values, 3);
        return new Picture(3, image.getHeight(), image.getWidth(), values);
    }

    private static void fill(BufferedImage image, float[] values, int channels) {
        int width = image.getWidth();
        int plane = width * image.getHeight();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < channels; channel++) {
                    int value = row[x] >> (16 - Byte.SIZE * channel) & 0xFF;
                    values[channel * plane + y * width + x] = onWhite(value, row[x] >>> 24);
                }
            }
        }
    }

    private static float onWhite(int value, int alpha) {
        return alpha == WHITE ? value : Math.round((value * alpha + WHITE * (WHITE - alpha)) / (float) WHITE);
    }
}
