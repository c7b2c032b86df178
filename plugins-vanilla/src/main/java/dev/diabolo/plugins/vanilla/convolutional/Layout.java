package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.Window;

/** How data lie along the axes that windows move on. Everything is computed as images; a sequence is one of height 1. */
enum Layout {
    /** {@code [channels, height, width]}, or {@code [height, width]} with one channel. */
    IMAGE,
    /** {@code [features, time]}, the same as an image of one channel, or {@code [time]} with one feature. */
    SEQUENCE;

    /**
     * The shape of data as an image.
     *
     * @param component for the message
     * @throws DiaboloException (USER) where data of this shape are none
     */
    TensorSpec image(String component, TensorSpec data) {
        return switch (this) {
            case IMAGE ->
                switch (data.rank()) {
                    case 2 -> TensorSpec.of(1, data.dimension(0), data.dimension(1));
                    case 3 -> data;
                    default -> throw notAnImage(component, data);
                };
            case SEQUENCE ->
                switch (data.rank()) {
                    case 1 -> TensorSpec.of(1, 1, data.size());
                    case 2 -> TensorSpec.of(data.dimension(0), 1, data.dimension(1));
                    default -> oneChannel(component, data);
                };
        };
    }

    /** A file with an array of three dimensions holds images for all that the reader knows. */
    private static TensorSpec oneChannel(String component, TensorSpec data) {
        if (data.rank() == 3 && data.dimension(0) == 1) {
            return TensorSpec.of(data.dimension(1), 1, data.dimension(2));
        }
        throw refusal(Problem.of("data of shape " + data + " are no sequences")
                .at(component)
                .allowed("features x time, 1 x features x time, or time alone")
                .remedy("set " + component + ".type=vanilla.convolutional for images"));
    }

    private static DiaboloException notAnImage(String component, TensorSpec data) {
        return refusal(Problem.of("data of shape " + data + " are no images")
                .at(component)
                .allowed("channels x height x width, or height x width")
                .remedy(
                        "give the data as an array of images, [rows, height, width] or [rows, channels, height, width], or set "
                                + component + ".type=vanilla.dense"));
    }

    private static DiaboloException refusal(Problem problem) {
        return DiaboloException.user("shape.not-convolvable", problem);
    }

    /** What is computed as an image, as these data have it. */
    TensorSpec own(TensorSpec image) {
        return this == IMAGE ? image : TensorSpec.of(image.dimension(0), image.dimension(2));
    }

    /** What moves over such data. */
    Window window(int kernel, int stride) {
        return this == IMAGE ? Window.ofImages(kernel, stride) : Window.ofSequences(kernel, stride);
    }
}
