package dev.diabolo.cli;

import dev.diabolo.spi.graph.TensorSpec;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Sequences as lines over time, each in a panel with its reconstruction: originals broad and pale, reconstructions thin and
 * dark, each feature in a colour of its own. All panels share one scale, taken from the originals. Without text, since
 * machines without a screen often have no fonts.
 *
 * @param spec features and steps; of more than {@value #MOST_FEATURES} features the first are shown
 * @param originals each {@code features steps} values
 * @param restored as many
 */
record SequencePlot(TensorSpec spec, List<float[]> originals, List<float[]> restored) implements Picture {
    private static final int COLUMNS = 3;
    private static final int WIDTH = 300;
    private static final int HEIGHT = 130;
    private static final int GAP = 12;
    private static final int INSET = 8;
    /** Lines of more could not be told apart. */
    static final int MOST_FEATURES = 5;

    private static final float BROAD = 5f;
    private static final float THIN = 2f;

    /** How much of white is in an original's colour. */
    private static final double PALE = 0.62;

    private static final Color PAPER = Color.WHITE;
    private static final Color FRAME = new Color(0xd4d8de);
    private static final Color GRID = new Color(0xeceff3);
    private static final int GRID_LINES = 3;

    /** Told apart by most colour-blind people. Source: Okabe and Ito 2008, without the palest. */
    private static final List<Color> HUES = List.of(
            new Color(0x0072b2), new Color(0xd55e00), new Color(0x009e73), new Color(0xcc79a7), new Color(0x56b4e9));

    @Override
    public String legend() {
        return "originals broad and pale, reconstructions thin";
    }

    @Override
    public String examples() {
        return "sequences";
    }

    @Override
    public int pairs() {
        return originals.size();
    }

    @Override
    public BufferedImage draw() {
        int columns = Math.min(COLUMNS, originals.size());
        int rows = (originals.size() + columns - 1) / columns;
        BufferedImage image = new BufferedImage(
                columns * (WIDTH + GAP) + GAP, rows * (HEIGHT + GAP) + GAP, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setColor(PAPER);
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            Range range = range();
            for (int i = 0; i < originals.size(); i++) {
                int left = GAP + i % columns * (WIDTH + GAP);
                int top = GAP + i / columns * (HEIGHT + GAP);
                panel(graphics, new Rectangle2D.Double(left, top, WIDTH, HEIGHT), i, range);
            }
        } finally {
            graphics.dispose();
        }
        return image;
    }

    private record Range(float min, float max) {
        double share(float value) {
            return max > min ? (value - min) / (max - min) : 0.5;
        }
    }

    private Range range() {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        for (float[] values : originals) {
            for (int i = 0; i < features() * steps(); i++) {
                min = Math.min(min, values[i]);
                max = Math.max(max, values[i]);
            }
        }
        return new Range(min, max);
    }

    private int features() {
        return (int) Math.min(MOST_FEATURES, spec.dimension(0));
    }

    private int steps() {
        return (int) spec.dimension(1);
    }

    private void panel(Graphics2D graphics, Rectangle2D frame, int index, Range range) {
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(GRID);
        for (int line = 1; line <= GRID_LINES; line++) {
            double y = frame.getMinY() + frame.getHeight() * line / (GRID_LINES + 1);
            Path2D horizontal = new Path2D.Double();
            horizontal.moveTo(frame.getMinX(), y);
            horizontal.lineTo(frame.getMaxX(), y);
            graphics.draw(horizontal);
        }
        // A reconstruction that leaves the scale ends at the frame.
        graphics.setClip(frame);
        lines(graphics, frame, originals.get(index), range, BROAD, PALE);
        lines(graphics, frame, restored.get(index), range, THIN, 0);
        graphics.setClip(null);
        graphics.setStroke(new BasicStroke(1));
        graphics.setColor(FRAME);
        graphics.draw(frame);
    }

    private void lines(
            Graphics2D graphics, Rectangle2D frame, float[] values, Range range, float breadth, double white) {
        graphics.setStroke(new BasicStroke(breadth, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        for (int feature = 0; feature < features(); feature++) {
            graphics.setColor(pale(HUES.get(feature), white));
            graphics.draw(line(frame, values, feature, range));
        }
    }

    private static Color pale(Color hue, double white) {
        return new Color(pale(hue.getRed(), white), pale(hue.getGreen(), white), pale(hue.getBlue(), white));
    }

    private static int pale(int level, double white) {
        return (int) Math.round(level + (255 - level) * white);
    }

    private Path2D line(Rectangle2D frame, float[] values, int feature, Range range) {
        Path2D line = new Path2D.Double();
        double wide = frame.getWidth() - 2 * INSET;
        double high = frame.getHeight() - 2 * INSET;
        for (int step = 0; step < steps(); step++) {
            double x = frame.getMinX() + INSET + wide * step / Math.max(1, steps() - 1);
            double y = frame.getMaxY() - INSET - high * range.share(values[feature * steps() + step]);
            if (step == 0) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        return line;
    }
}
