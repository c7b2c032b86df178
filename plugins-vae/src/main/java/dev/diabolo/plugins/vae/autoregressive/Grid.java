package dev.diabolo.plugins.vae.autoregressive;

import dev.diabolo.spi.graph.TensorSpec;

/**
 * The choices of a code as an image. They are made place by place, row after row; at each place group after group.
 *
 * @param groups of choices at each place
 */
record Grid(int groups, int height, int width) {
    static Grid of(TensorSpec spec) {
        return switch (spec.rank()) {
            case 1 -> new Grid((int) spec.dimension(0), 1, 1);
            case 2 -> new Grid((int) spec.dimension(0), 1, (int) spec.dimension(1));
            default ->
                new Grid(
                        (int) spec.dimension(0),
                        (int) spec.dimension(1),
                        spec.size() / (int) (spec.dimension(0) * spec.dimension(1)));
        };
    }

    int places() {
        return height * width;
    }

    int choices() {
        return groups * places();
    }
}
