package dev.diabolo.cli;

import dev.diabolo.DataRange;
import dev.diabolo.spi.graph.TensorSpec;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Images in rows, drawn into one PNG. All share one scale from black to white.
 *
 * @param spec channels, height and width: one channel is grey, three are red, green and blue
 * @param rows images from top to bottom, each row from left to right
 * @param group how many rows belong together; a wider gap separates groups
 * @param scale what is black and what is white; where it is empty, the least and the greatest value of the first row of each group
 */
record ImageGrid(TensorSpec spec, List<List<float[]>> rows, int group, Optional<DataRange> scale) implements Picture {
    private static final int ZOOM = 2;
    private static final int GAP = 2;
    private static final int GROUP_GAP = 12;
    private static final int BACKGROUND = 0x30343c;

    ImageGrid(TensorSpec spec, List<List<float[]>> rows, int group) {
        this(spec, rows, group, Optional.empty());
    }

    @Override
    public String legend() {
        return switch (group) {
            case 1 -> "generated";
            case 3 -> "originals above corrupted above restored";
            default -> "originals above reconstructions";
        };
    }

    @Override
    public String examples() {
        return "images";
    }

    @Override
    public int pairs() {
        return rows.stream().mapToInt(List::size).sum() / group;
    }

    @Override
    public BufferedImage draw() {
        int cellWidth = (int) spec.dimension(2) * ZOOM + GAP;
        int cellHeight = (int) spec.dimension(1) * ZOOM + GAP;
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int groups = (rows.size() + group - 1) / group;
        BufferedImage image = new BufferedImage(
                columns * cellWidth + GAP,
                rows.size() * cellHeight + GAP + (groups - 1) * GROUP_GAP,
                BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, BACKGROUND);
            }
        }
        Range range =
                scale.map(whole -> new Range(whole.least(), whole.greatest())).orElseGet(this::range);
        for (int row = 0; row < rows.size(); row++) {
            int top = GAP + row * cellHeight + row / group * GROUP_GAP;
            for (int column = 0; column < rows.get(row).size(); column++) {
                draw(image, rows.get(row).get(column), GAP + column * cellWidth, top, range);
            }
        }
        return image;
    }

    private record Range(float min, float max) {
        int level(float value) {
            float share = max > min ? (value - min) / (max - min) : 0;
            return Math.round(255 * Math.max(0, Math.min(1, share)));
        }
    }

    private Range range() {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (int row = 0; row < rows.size(); row += group) {
            for (float[] values : rows.get(row)) {
                for (float value : values) {
                    min = Math.min(min, value);
                    max = Math.max(max, value);
                }
            }
        }
        return new Range(min, max);
    }

    private void draw(BufferedImage image, float[] values, int left, int top, Range range) {
        int height = (int) spec.dimension(1);
        int width = (int) spec.dimension(2);
        int plane = spec.dimension(0) == 3 ? height * width : 0;
        for (int y = 0; y < height * ZOOM; y++) {
            for (int x = 0; x < width * ZOOM; x++) {
                int pixel = y / ZOOM * width + x / ZOOM;
                int red = range.level(values[pixel]);
                int green = range.level(values[pixel + plane]);
                int blue = range.level(values[pixel + 2 * plane]);
                image.setRGB(left + x, top + y, red << 16 | green << 8 | blue);
            }
        }
    }
}
