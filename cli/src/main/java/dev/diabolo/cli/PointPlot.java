package dev.diabolo.cli;

import dev.diabolo.spi.graph.TensorSpec;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/**
 * Points of the plane, coloured by label where they have some. Both axes have one scale, and cross where both numbers are 0.
 *
 * @param points of two numbers each
 * @param labels one for each point; empty where there are none
 */
record PointPlot(List<float[]> points, Optional<int[]> labels) implements Picture {
    private static final int SIDE = 600;
    private static final double POINT = 3;

    /** A share of the picture that stays empty at each edge. */
    private static final double MARGIN = 0.04;

    private static final int COLOURS = 10;
    private static final Color PLAIN = new Color(31, 90, 160, 150);
    private static final Color AXES = new Color(210, 210, 210);

    /** Whether such data can be drawn. */
    static boolean draws(TensorSpec spec) {
        return spec.size() == 2;
    }

    @Override
    public String legend() {
        return labels.isPresent() ? "coloured by label" : "points";
    }

    @Override
    public String examples() {
        return "points";
    }

    @Override
    public int pairs() {
        return points.size();
    }

    @Override
    public BufferedImage draw() {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIDE, SIDE);
        double furthest = furthest();
        double scale = SIDE * (0.5 - MARGIN) / furthest;
        graphics.setColor(AXES);
        graphics.drawLine(SIDE / 2, 0, SIDE / 2, SIDE);
        graphics.drawLine(0, SIDE / 2, SIDE, SIDE / 2);
        for (int i = 0; i < points.size(); i++) {
            float[] point = points.get(i);
            graphics.setColor(colour(i));
            graphics.fill(new Ellipse2D.Double(
                    SIDE / 2.0 + scale * point[0] - POINT / 2,
                    SIDE / 2.0 - scale * point[1] - POINT / 2,
                    POINT,
                    POINT));
        }
        graphics.dispose();
        return image;
    }

    private double furthest() {
        double furthest = Float.MIN_NORMAL;
        for (float[] point : points) {
            furthest = Math.max(furthest, Math.max(Math.abs(point[0]), Math.abs(point[1])));
        }
        return furthest;
    }

    private Color colour(int point) {
        if (labels.isEmpty()) {
            return PLAIN;
        }
        int label = Math.floorMod(labels.get()[point], COLOURS);
        // Every third hue first, so that neighbouring labels differ.
        return Color.getHSBColor(Math.floorMod(label * 3, COLOURS) / (float) COLOURS, 0.85f, 0.8f);
    }
}
