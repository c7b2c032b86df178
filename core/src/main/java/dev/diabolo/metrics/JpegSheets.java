package dev.diabolo.metrics;

import dev.diabolo.spi.graph.TensorSpec;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Images as JPEG files, by the encoder of Java's own library: each image in a file of its own, or many side by side in one, so that
 * they share a header. On a sheet, each image is filled up to whole blocks by its border, so that none bleeds into the next.
 */
final class JpegSheets {
    /** The side of the blocks that are transformed: 8, and twice that where colour is halved. */
    private static final int BLOCK = 8;

    private static final int START_OF_SCAN = 0xda;

    /** The longest side that the encoder takes. <b>Source:</b> {@code JPEG_MAX_DIMENSION} of libjpeg, 65500. */
    private static final int MOST_SIDE = 65_500;

    /** On a sheet: 64 MB while it is drawn. */
    private static final long MOST_PIXELS = 1L << 24;

    private final TensorSpec spec;
    private final int perSheet;
    private final int channels;
    private final int height;
    private final int width;
    private final int cellHeight;
    private final int cellWidth;
    private final List<BufferedImage> sheets = new ArrayList<>();
    private final int images;

    /**
     * @param images values in [0, 1]; others are cut off there
     * @param spec one or three channels
     * @param most images in a file, at least 1; fewer share one where they are large
     */
    JpegSheets(List<float[]> images, TensorSpec spec, int most) {
        this.spec = spec;
        this.images = images.size();
        this.channels = (int) spec.dimension(0);
        this.height = (int) spec.dimension(1);
        this.width = (int) spec.dimension(2);
        int block = channels == 1 ? BLOCK : 2 * BLOCK;
        int blocksDown = (height + block - 1) / block * block;
        int blocksAcross = (width + block - 1) / block * block;
        this.perSheet = Math.max(1, Math.min(Math.min(most, images.size()), fitting(blocksDown, blocksAcross)));
        this.cellHeight = perSheet == 1 ? height : blocksDown;
        this.cellWidth = perSheet == 1 ? width : blocksAcross;
        for (int from = 0; from < images.size(); from += perSheet) {
            sheets.add(sheet(images.subList(from, Math.min(images.size(), from + perSheet))));
        }
    }

    static boolean applies(TensorSpec spec) {
        return spec.rank() == 3
                && (spec.dimension(0) == 1 || spec.dimension(0) == 3)
                && spec.dimension(1) <= MOST_SIDE
                && spec.dimension(2) <= MOST_SIDE
                && spec.dimension(1) * spec.dimension(2) <= MOST_PIXELS;
    }

    /** How many cells a sheet can hold that has as many rows as columns. */
    private static int fitting(long cellHeight, long cellWidth) {
        long side = Math.min(MOST_SIDE / cellHeight, MOST_SIDE / cellWidth);
        long most = Math.min(side * side, MOST_PIXELS / (cellHeight * cellWidth));
        int columns = (int) Math.sqrt(most);
        return columns * columns;
    }

    /** How many images share a file. */
    int perSheet() {
        return perSheet;
    }

    private static int columns(int count) {
        return (int) Math.ceil(Math.sqrt(count));
    }

    private BufferedImage sheet(List<float[]> part) {
        int columns = columns(part.size());
        int rows = (part.size() + columns - 1) / columns;
        BufferedImage sheet = new BufferedImage(
                columns * cellWidth,
                rows * cellHeight,
                channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        WritableRaster raster = sheet.getRaster();
        for (int i = 0; i < part.size(); i++) {
            float[] image = part.get(i);
            for (int y = 0; y < cellHeight; y++) {
                for (int x = 0; x < cellWidth; x++) {
                    int pixel = Math.min(y, height - 1) * width + Math.min(x, width - 1);
                    for (int channel = 0; channel < channels; channel++) {
                        float value = image[channel * height * width + pixel];
                        raster.setSample(
                                i % columns * cellWidth + x,
                                i / columns * cellHeight + y,
                                channel,
                                Math.round(255 * Math.max(0, Math.min(1, value))));
                    }
                }
            }
        }
        return sheet;
    }

    /**
     * All sheets in one quality.
     *
     * @param percent from 0 to 100
     */
    List<byte[]> encode(int percent) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(percent / 100f);
            List<byte[]> files = new ArrayList<>();
            for (BufferedImage sheet : sheets) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                    writer.setOutput(out);
                    writer.write(null, new IIOImage(sheet, null, null), parameters);
                }
                files.add(bytes.toByteArray());
            }
            return files;
        } catch (IOException e) {
            throw new IllegalStateException("memory can be written to", e);
        } finally {
            writer.dispose();
        }
    }

    /** Bytes that are not of the images themselves: all but the scan. */
    static int headerBytes(byte[] file) {
        int position = 2;
        while (Byte.toUnsignedInt(file[position + 1]) != START_OF_SCAN) {
            position += 2 + length(file, position);
        }
        return position + 2 + length(file, position) + 2;
    }

    private static int length(byte[] file, int marker) {
        return Byte.toUnsignedInt(file[marker + 2]) << Byte.SIZE | Byte.toUnsignedInt(file[marker + 3]);
    }

    /** The images as they come back, values in [0, 1]. */
    List<float[]> decode(List<byte[]> files) {
        List<float[]> decoded = new ArrayList<>();
        try {
            for (byte[] file : files) {
                int count = Math.min(perSheet, images - decoded.size());
                cut(ImageIO.read(new ByteArrayInputStream(file)), count, decoded);
            }
        } catch (IOException e) {
            throw new IllegalStateException("what was encoded can be decoded", e);
        }
        return decoded;
    }

    private void cut(BufferedImage sheet, int count, List<float[]> decoded) {
        int columns = columns(count);
        for (int i = 0; i < count; i++) {
            float[] image = new float[spec.size()];
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    int left = i % columns * cellWidth + x;
                    int top = i / columns * cellHeight + y;
                    for (int channel = 0; channel < channels; channel++) {
                        image[(channel * height + y) * width + x] = sample(sheet, left, top, channel) / 255f;
                    }
                }
            }
            decoded.add(image);
        }
    }

    /** Decoders keep colours in an order of their own. */
    private int sample(BufferedImage sheet, int x, int y, int channel) {
        return channels == 1
                ? sheet.getRaster().getSample(x, y, 0)
                : sheet.getRGB(x, y) >> (2 - channel) * Byte.SIZE & 0xff;
    }
}
