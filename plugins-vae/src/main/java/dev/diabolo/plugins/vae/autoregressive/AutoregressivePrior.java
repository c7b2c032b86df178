package dev.diabolo.plugins.vae.autoregressive;

import dev.diabolo.spi.CodeSpace;
import dev.diabolo.spi.Prior;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Logistic;
import dev.diabolo.spi.graph.NoiseKind;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.nd4j.autodiff.samediff.SDVariable;

/** See {@link AutoregressiveSamplerProvider}. */
record AutoregressivePrior(AutoregressiveSamplerOptions options, CodeSpace.Choices codes) implements Prior {
    /** Drawing takes a pass through the network for each choice, in one graph. */
    private static final int MOST = 1024;

    /** Keeps logarithms of uniform numbers finite in float32. */
    private static final double TINY = 1e-7;

    @Override
    public void requireSupported(TensorSpec code) {
        if (code.size() > MOST) {
            throw DiaboloException.user(
                    "autoregressive.too-many-choices",
                    Problem.of("codes of shape " + code + " are " + code.size()
                                    + " choices, which would be drawn one after the other")
                            .allowed("at most " + MOST)
                            .remedy("train a model with smaller grids, such as encoder.stride=2,2,2"));
        }
    }

    private Grid grid() {
        return Grid.of(codes.spec());
    }

    private CausalNetwork network(GraphScope scope) {
        return CausalNetwork.of(scope, grid(), options, codes.entries());
    }

    @Override
    public SDVariable logDensity(GraphScope scope, Model model, Tensor code) {
        Grid grid = grid();
        int entries = codes.entries();
        CausalNetwork network = network(scope);
        SDVariable chosen = oneHot(scope, code.flat().variable());
        long embedding = options.embedding();
        SDVariable embedded = chosen.mmul(network.embeddings())
                .reshape(-1, grid.groups(), grid.places(), embedding)
                .permute(0, 1, 3, 2)
                .reshape(-1, grid.groups() * embedding, grid.height(), grid.width());
        SDVariable features =
                network.features(embedded).permute(0, 2, 1).reshape(-1, (long) grid.groups() * options.channels());
        SDVariable logits = features.mmul(network.output()).add(network.outputBias());
        SDVariable logProbabilities = Logistic.logProbabilities(logits.reshape(-1, entries));
        // Choices come by groups, predictions by places.
        SDVariable targets = chosen.reshape(-1, grid.groups(), grid.places(), entries)
                .permute(0, 2, 1, 3)
                .reshape(-1, entries);
        return logProbabilities
                .mul(targets)
                .reshape(-1, (long) grid.choices() * entries)
                .sum(1);
    }

    /** Shape {@code [rows choices, entries]}. */
    private SDVariable oneHot(GraphScope scope, SDVariable numbers) {
        double[] all = new double[codes.entries()];
        for (int i = 0; i < all.length; i++) {
            all[i] = i;
        }
        SDVariable distance = numbers.reshape(-1, 1).sub(scope.constant(all, 1, all.length));
        return scope.stopGradient(distance.mul(distance).lt(0.25).castTo(scope.dataType()));
    }

    /** One choice after the other, each by the greatest of its logits with Gumbel noise. */
    @Override
    public Tensor sample(GraphScope scope, Model model) {
        Grid grid = grid();
        int entries = codes.entries();
        CausalNetwork network = network(scope);
        SDVariable uniform = scope.noise("choice", NoiseKind.UNIFORM, TensorSpec.of(grid.choices(), entries))
                .variable();
        var math = scope.graph().math();
        SDVariable gumbel = math.log(
                        math.log(uniform.mul(1 - 2 * TINY).add(TINY)).neg())
                .neg()
                .reshape(-1, (long) grid.choices() * entries);
        long width = (long) grid.groups() * options.embedding() * grid.places();
        SDVariable embedded = gumbel.mul(0).sum(true, 1).mmul(scope.constant(new double[(int) width], 1, width));
        SDVariable[] numbers = new SDVariable[grid.choices()];
        for (int place = 0; place < grid.places(); place++) {
            for (int group = 0; group < grid.groups(); group++) {
                int choice = group * grid.places() + place;
                SDVariable chosen = chosen(scope, network, embedded, gumbel, new At(group, place));
                numbers[choice] = chosen.mmul(scope.constant(numbered(entries), entries, 1));
                embedded = embedded.add(chosen.mmul(network.embeddings())
                        .mmul(scope.constant(placed(grid, new At(group, place)), options.embedding(), width)));
            }
        }
        SDVariable all = numbers.length == 1 ? numbers[0] : scope.graph().concat(1, numbers);
        return new Tensor(all, codes.spec().flat()).as(codes.spec());
    }

    private record At(int group, int place) {}

    /** One-hot, shape {@code [rows, entries]}. */
    private SDVariable chosen(GraphScope scope, CausalNetwork network, SDVariable embedded, SDVariable gumbel, At at) {
        Grid grid = grid();
        int entries = codes.entries();
        int channels = grid.groups() * options.channels();
        var graph = scope.graph();
        SDVariable image =
                embedded.reshape(-1, (long) grid.groups() * options.embedding(), grid.height(), grid.width());
        SDVariable here = graph.slice(network.features(image), new int[] {0, 0, at.place()}, -1, channels, 1)
                .reshape(-1, channels);
        SDVariable logits = here.mmul(
                        graph.slice(network.output(), new int[] {0, at.group() * entries}, channels, entries))
                .add(graph.slice(network.outputBias(), new int[] {at.group() * entries}, entries));
        int choice = at.group() * grid.places() + at.place();
        SDVariable noise = graph.slice(gumbel, new int[] {0, choice * entries}, -1, entries);
        return graph.oneHot(graph.argmax(logits.add(noise), false, 1), entries, 1, 1, 0, scope.dataType());
    }

    private static double[] numbered(int entries) {
        double[] numbers = new double[entries];
        for (int i = 0; i < entries; i++) {
            numbers[i] = i;
        }
        return numbers;
    }

    /** Where the numbers of an embedding go. */
    private double[] placed(Grid grid, At at) {
        int embedding = options.embedding();
        int width = grid.groups() * embedding * grid.places();
        double[] matrix = new double[embedding * width];
        for (int i = 0; i < embedding; i++) {
            matrix[i * width + (at.group() * embedding + i) * grid.places() + at.place()] = 1;
        }
        return matrix;
    }
}
