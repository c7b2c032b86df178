package dev.diabolo.metrics;

import dev.diabolo.spi.graph.TensorSpec;
import java.util.List;

/**
 * What JPEG makes of images when it may take about as many bytes. Every byte counts, headers too.
 *
 * @param imagesPerFile how many share a file, and so its header
 * @param percent the quality asked of the encoder, from 0 to 100
 * @param bytesPerImage of whole files
 * @param headerBytesPerImage the part of them that is not of the images themselves
 * @param quality of what comes back
 */
public record JpegBaseline(
        int imagesPerFile, int percent, double bytesPerImage, double headerBytesPerImage, QualityMeter quality) {
    private static final int BEST = 100;

    /** Whether JPEG can hold such data: images of one channel, or of three, that are not too large for it. */
    public static boolean applies(TensorSpec spec) {
        return JpegSheets.applies(spec);
    }

    /**
     * Searches the encoder's quality for the size that comes nearest, from above or below.
     *
     * @param images values in [0, 1]
     * @param bytesPerImage to come near to
     * @param imagesPerFile at most; fewer share a file where there are no more, or where they are large
     */
    public static JpegBaseline near(double bytesPerImage, List<float[]> images, TensorSpec spec, int imagesPerFile) {
        JpegSheets sheets = new JpegSheets(images, spec, imagesPerFile);
        double wanted = bytesPerImage * images.size();
        int below = 0;
        int above = BEST;
        while (above - below > 1) {
            int middle = (below + above) / 2;
            if (size(sheets.encode(middle)) <= wanted) {
                below = middle;
            } else {
                above = middle;
            }
        }
        List<byte[]> smaller = sheets.encode(below);
        List<byte[]> larger = sheets.encode(above);
        boolean small = Math.abs(size(smaller) - wanted) <= Math.abs(size(larger) - wanted);
        List<byte[]> files = small ? smaller : larger;
        QualityMeter meter = new QualityMeter(spec, 1);
        List<float[]> decoded = sheets.decode(files);
        for (int i = 0; i < decoded.size(); i++) {
            meter.add(images.get(i), decoded.get(i));
        }
        double headers = files.stream().mapToInt(JpegSheets::headerBytes).sum();
        return new JpegBaseline(
                sheets.perSheet(),
                small ? below : above,
                (double) size(files) / images.size(),
                headers / images.size(),
                meter);
    }

    private static long size(List<byte[]> files) {
        return files.stream().mapToLong(file -> file.length).sum();
    }
}
