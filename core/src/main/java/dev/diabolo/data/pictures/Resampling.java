package dev.diabolo.data.pictures;

import dev.diabolo.data.pictures.PictureOptions.Filter;
import dev.diabolo.data.pictures.PictureOptions.Fit;

/**
 * Brings pictures to another size, one axis after the other.
 *
 * <p><b>Formula:</b> along an axis of n values that becomes m, a pixel i covers [i n/m, (i+1) n/m). Made smaller with {@code
 * area}, it becomes the mean over what it covers, with parts of pixels at the ends counted by their share; otherwise the
 * linear interpolation at the middle of that interval between the middles of the two nearest pixels, where what lies beyond
 * the border continues it. <b>Source:</b> the box and the triangle filter in P. Heckbert, "Fundamentals of texture mapping
 * and image warping", 1989, 3.5.
 *
 * @param width of the result
 * @param height of the result
 */
record Resampling(int width, int height, Fit fit, Filter filter) {
    Picture apply(Picture picture) {
        double left = 0;
        double top = 0;
        double seenWidth = picture.width();
        double seenHeight = picture.height();
        if (fit == Fit.CROP) {
            double scale = Math.min(seenWidth / width, seenHeight / height);
            left = (seenWidth - width * scale) / 2;
            top = (seenHeight - height * scale) / 2;
            seenWidth = width * scale;
            seenHeight = height * scale;
        }
        Axis across = Axis.of(picture.width(), left, seenWidth, width, filter);
        Axis down = Axis.of(picture.height(), top, seenHeight, height, filter);
        int channels = picture.channels();
        float[] narrowed = new float[Math.multiplyExact(channels * picture.height(), width)];
        for (int row = 0; row < channels * picture.height(); row++) {
            across.apply(picture.values(), row * picture.width(), 1, narrowed, row * width, 1);
        }
        float[] result = new float[Math.multiplyExact(channels * height, width)];
        for (int channel = 0; channel < channels; channel++) {
            for (int column = 0; column < width; column++) {
                down.apply(
                        narrowed,
                        channel * picture.height() * width + column,
                        width,
                        result,
                        channel * height * width + column,
                        width);
            }
        }
        return new Picture(channels, height, width, result);
    }

    /**
     * The weights of one axis.
     *
     * @param first for each value of the result the first value that it depends on
     * @param weights for each the weights from there on, which sum to 1
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Axis(int[] first, float[][] weights) {
        static Axis of(int size, double begin, double seen, int target, Filter filter) {
            int[] first = new int[target];
            float[][] weights = new float[target][];
            double step = seen / target;
            for (int i = 0; i < target; i++) {
                double from = begin + i * step;
                if (filter == Filter.AREA && step > 1) {
                    area(size, from, from + step, i, first, weights);
                } else {
                    linear(size, from + step / 2 - 0.5, i, first, weights);
                }
            }
            return new Axis(first, weights);
        }

        private static void area(int size, double from, double to, int i, int[] first, float[][] weights) {
            int begin = Math.max(0, (int) Math.floor(from));
            int end = Math.min(size, (int) Math.ceil(to));
            float[] shares = new float[end - begin];
            double sum = 0;
            for (int j = begin; j < end; j++) {
                double share = Math.max(0, Math.min(to, j + 1) - Math.max(from, j));
                shares[j - begin] = (float) share;
                sum += share;
            }
            for (int j = 0; j < shares.length; j++) {
                shares[j] /= (float) sum;
            }
            first[i] = begin;
            weights[i] = shares;
        }

        private static void linear(int size, double place, int i, int[] first, float[][] weights) {
            double inside = Math.max(0, Math.min(size - 1, place));
            int begin = Math.min((int) inside, Math.max(0, size - 2));
            float share = (float) (inside - begin);
            first[i] = begin;
            weights[i] = size == 1 ? new float[] {1} : new float[] {1 - share, share};
        }

        void apply(float[] source, int from, int sourceStep, float[] target, int to, int targetStep) {
            for (int i = 0; i < first.length; i++) {
                float sum = 0;
                float[] shares = weights[i];
                for (int j = 0; j < shares.length; j++) {
                    sum += shares[j] * source[from + (first[i] + j) * sourceStep];
                }
                target[to + i * targetStep] = sum;
            }
        }
    }
}
