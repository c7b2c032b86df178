package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.Conv2DConfig;
import org.nd4j.linalg.api.ops.impl.layers.convolution.config.PaddingMode;

/**
 * A convolution of images: {@code conv-3-8-3x3-2x2-1x1-relu}, or {@code same} in place of the padding. Sequences {@code [channels,
 * time]} are images of one row, and images {@code [rows, columns]} have one channel.
 *
 * @param in channels
 * @param out maps
 * @param kernel of the window
 * @param stride of the window
 * @param padding before and after the image; empty for Deeplearning4j's mode {@code Same}
 * @param activation of the maps
 */
record ImportedConvolution(int in, int out, Pair kernel, Pair stride, Optional<Pair> padding, Activation activation)
        implements NetworkLayer {
    static final String NAME = "conv";
    private static final String SAME = "same";

    /** Windows and strides of our own layers are as large. */
    private static final int MOST_PLACES = 1000;

    /** Along rows and along columns. */
    record Pair(int rows, int columns) {
        static Pair of(String text) {
            String[] parts = text.split("x", 2);
            return new Pair(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
        }

        static Pair of(int[] both) {
            return new Pair(both[0], both[1]);
        }

        boolean within(int least) {
            return rows >= least && columns >= least && rows <= MOST_PLACES && columns <= MOST_PLACES;
        }

        @Override
        public String toString() {
            return rows + "x" + columns;
        }
    }

    static Optional<ImportedConvolution> of(String text) {
        String[] parts = text.split("-", 6);
        ImportedConvolution layer = new ImportedConvolution(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Pair.of(parts[2]),
                Pair.of(parts[3]),
                parts[4].equals(SAME) ? Optional.empty() : Optional.of(Pair.of(parts[4])),
                NetworkLayer.activation(parts[5]));
        return layer.isPossible() ? Optional.of(layer) : Optional.empty();
    }

    ImportedConvolution with(Activation other) {
        return new ImportedConvolution(in, out, kernel, stride, padding, other);
    }

    boolean isPossible() {
        return NetworkLayer.mayHave(in, out)
                && kernel.within(1)
                && stride.within(1)
                && padding.stream().allMatch(places -> places.within(0))
                && weights() <= Integer.MAX_VALUE;
    }

    private Optional<TensorSpec> image(TensorSpec given) {
        TensorSpec image = switch (given.rank()) {
            case 2 ->
                in == 1
                        ? TensorSpec.of(1, given.dimension(0), given.dimension(1))
                        : TensorSpec.of(given.dimension(0), 1, given.dimension(1));
            default -> given;
        };
        return image.rank() == 3 && image.dimension(0) == in ? Optional.of(image) : Optional.empty();
    }

    @Override
    public Optional<TensorSpec> result(TensorSpec given) {
        return image(given)
                .filter(image -> windows(image.dimension(1), true) >= 1 && windows(image.dimension(2), false) >= 1)
                .map(image ->
                        TensorSpec.of(out, windows(image.dimension(1), true), windows(image.dimension(2), false)));
    }

    private long windows(long side, boolean ofRows) {
        int step = ofRows ? stride.rows() : stride.columns();
        int window = ofRows ? kernel.rows() : kernel.columns();
        return padding.map(places -> {
                    long room = side + 2L * (ofRows ? places.rows() : places.columns()) - window;
                    return room < 0 ? 0 : room / step + 1;
                })
                .orElse((side + step - 1) / step);
    }

    @Override
    public String takes() {
        return "images of " + in + " channel" + (in == 1 ? "" : "s") + ", at least as large as its window";
    }

    @Override
    public List<Part> parts() {
        long places = (long) kernel.rows() * kernel.columns();
        return List.of(
                new Part(
                        "weight",
                        WeightInitialisation.GLOROT_UNIFORM.initialiser(places * in, places * out),
                        kernel.rows(),
                        kernel.columns(),
                        in,
                        out),
                new Part("bias", Initialiser.zeros(), out));
    }

    @Override
    public Tensor apply(GraphScope scope, Tensor given, List<SDVariable> arrays) {
        Conv2DConfig config = Conv2DConfig.builder()
                .kH(kernel.rows())
                .kW(kernel.columns())
                .sH(stride.rows())
                .sW(stride.columns())
                .pH(padding.map(Pair::rows).orElse(0))
                .pW(padding.map(Pair::columns).orElse(0))
                .paddingMode(padding.isPresent() ? PaddingMode.VALID : PaddingMode.SAME)
                .dataFormat("NCHW")
                .build();
        Tensor image = given.as(image(given.spec()).orElseThrow());
        SDVariable maps = scope.graph().cnn().conv2d(image.variable(), arrays.get(0), arrays.get(1), config);
        return new Tensor(activation.apply(maps), result(given.spec()).orElseThrow());
    }

    private long weights() {
        return Math.multiplyExact((long) kernel.rows() * kernel.columns(), (long) in * out);
    }

    @Override
    public long parameters(boolean hasBias) {
        return weights() + (hasBias ? out : 0);
    }

    /** Theirs: a bias, and then a weight {@code [out, in, rows, columns]}. */
    @Override
    public List<float[]> read(Coefficients from, boolean hasBias) throws IOException {
        float[] bias = hasBias ? from.next(out) : new float[out];
        float[] theirs = from.next((int) weights());
        float[] weight = new float[theirs.length];
        int places = kernel.rows() * kernel.columns();
        for (int map = 0; map < out; map++) {
            for (int channel = 0; channel < in; channel++) {
                for (int place = 0; place < places; place++) {
                    weight[(place * in + channel) * out + map] = theirs[(map * in + channel) * places + place];
                }
            }
        }
        return List.of(weight, bias);
    }

    @Override
    public String toString() {
        return String.join(
                "-",
                NAME,
                String.valueOf(in),
                String.valueOf(out),
                kernel.toString(),
                stride.toString(),
                padding.map(Pair::toString).orElse(SAME),
                NetworkLayer.name(activation));
    }
}
