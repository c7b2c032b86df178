package dev.diabolo;

import java.util.List;

/**
 * How small examples became, how good they are still, and what JPEG makes of them at that size.
 *
 * @param examples in the file
 * @param bytes of the whole file, header and scales included
 * @param bitsPerPixel of the whole file; a pixel is a value where the data are no images
 * @param quality of the examples that were compared, as they come back from the file
 * @param jpeg each image in a file of its own, and many in one; empty where the data are no images of one or three channels
 */
public record CompressionReport(
        long examples, long bytes, double bitsPerPixel, QualityReport quality, List<Jpeg> jpeg) {
    public CompressionReport {
        jpeg = List.copyOf(jpeg);
    }

    /** Bytes of each example. */
    public double bytesPerExample() {
        return (double) bytes / examples;
    }

    /**
     * JPEG at the quality whose size comes nearest to the model's.
     *
     * @param imagesPerFile how many share a file, and so its header
     * @param percent the quality asked of the encoder, from 0 to 100
     * @param bytesPerImage of whole files, headers included
     * @param headerBytesPerImage the part of them that is header
     * @param quality of the same images that the model's was measured on
     */
    public record Jpeg(
            int imagesPerFile, int percent, double bytesPerImage, double headerBytesPerImage, QualityReport quality) {}
}
