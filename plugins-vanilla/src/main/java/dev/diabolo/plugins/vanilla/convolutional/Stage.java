package dev.diabolo.plugins.vanilla.convolutional;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.Window;
import java.util.ArrayList;
import java.util.List;

/**
 * One stage of a network, as its options say it.
 *
 * <p>A stage of an encoder divides each side by the stride, rounding up; the stage of a decoder with the same stride goes back from
 * there to any side that is divided so.
 */
record Stage(int channels, Window window) {
    /**
     * The stages of options.
     *
     * @param component for messages
     * @param kernels one for all stages or one for each; strides likewise
     * @throws DiaboloException (USER) where there are no stages, or other numbers of kernels or strides
     */
    static List<Stage> all(
            String component, Layout layout, List<Integer> channels, List<Integer> kernels, List<Integer> strides) {
        if (channels.isEmpty()) {
            throw DiaboloException.user(
                    "option.no-stages",
                    Problem.of("a convolutional network has at least one stage")
                            .at(component + ".channels")
                            .allowed("one number of channels or more"));
        }
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < channels.size(); i++) {
            int kernel = of(component + ".kernel", kernels, i, channels.size());
            int stride = of(component + ".stride", strides, i, channels.size());
            stages.add(new Stage(channels.get(i), layout.window(kernel, stride)));
        }
        return stages;
    }

    private static int of(String option, List<Integer> values, int stage, int stages) {
        if (values.size() != 1 && values.size() != stages) {
            throw DiaboloException.user(
                    "option.stages-disagree",
                    Problem.of(values.size() + " values for " + stages + " stages")
                            .at(option)
                            .allowed("one value for all stages, or " + stages));
        }
        return values.get(values.size() == 1 ? 0 : stage);
    }

    /** The shape after this stage of an encoder. */
    TensorSpec encoded(TensorSpec image) {
        return window.convolved(image, channels);
    }

    /**
     * Refuses a window that is larger than an image.
     *
     * @param whole what the user gave or asked for, for the message
     */
    void requireRoom(String component, int index, TensorSpec image, TensorSpec whole) {
        if (!window.fits(image)) {
            throw DiaboloException.user(
                    "shape.kernel-too-large",
                    Problem.of("the window of " + window + " of stage " + (index + 1) + " is larger than its image of "
                                    + image.dimension(1) + "x" + image.dimension(2) + ", for data of shape " + whole)
                            .at(component + ".kernel")
                            .remedy("use a smaller kernel, fewer stages or smaller strides"));
        }
    }
}
