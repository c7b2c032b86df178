package dev.diabolo.plugins.vae.autoregressive;

import dev.diabolo.spi.graph.Convolutions;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Initialiser;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Masked convolutions over embedded choices: what they give at a place depends on the choices before it alone. Made once for a graph,
 * and applied as often as needed.
 *
 * @param embeddings shape {@code [entries, embedding]}
 * @param output shape {@code [groups channels, groups entries]}
 * @param outputBias shape {@code [groups entries]}
 */
record CausalNetwork(
        Grid grid,
        AutoregressiveSamplerOptions options,
        SDVariable embeddings,
        Convolution first,
        List<Convolution> blocks,
        List<Convolution> mixers,
        SDVariable output,
        SDVariable outputBias) {
    /** Makes the parameters. */
    static CausalNetwork of(GraphScope scope, Grid grid, AutoregressiveSamplerOptions options, int entries) {
        int groups = grid.groups();
        int channels = options.channels();
        List<Convolution> blocks = new ArrayList<>();
        List<Convolution> mixers = new ArrayList<>();
        for (int i = 0; i < options.blocks(); i++) {
            Mask within = new Mask(groups, channels, channels, false);
            blocks.add(Convolution.of(scope.child("block-" + i), options, grid, 1, within));
            mixers.add(Convolution.of(scope.child("mixer-" + i), options, grid, 0, within));
        }
        GraphScope last = scope.child("output");
        int from = groups * channels;
        int to = groups * entries;
        return new CausalNetwork(
                grid,
                options,
                scope.parameter("embeddings", new Initialiser.Normal(0, 1), entries, options.embedding()),
                Convolution.of(
                        scope.child("first"),
                        options,
                        grid,
                        options.reach(),
                        new Mask(groups, options.embedding(), channels, true)),
                List.copyOf(blocks),
                List.copyOf(mixers),
                last.parameter("weight", options.initialisation().initialiser(from, to), from, to)
                        .mul(last.constant(new Mask(groups, channels, entries, false).atPlace(), from, to)),
                last.parameter("bias", Initialiser.zeros(), to));
    }

    /**
     * Features of every place.
     *
     * @param embedded shape {@code [rows, groups embedding, height, width]}
     * @return shape {@code [rows, groups channels, places]}
     */
    SDVariable features(SDVariable embedded) {
        SDVariable maps = first.apply(embedded);
        for (int i = 0; i < blocks.size(); i++) {
            SDVariable inner = blocks.get(i).apply(options.activation().apply(maps));
            maps = maps.add(mixers.get(i).apply(options.activation().apply(inner)));
        }
        return options.activation().apply(maps).reshape(-1, (long) grid.groups() * options.channels(), grid.places());
    }

    /**
     * Which weights go back in the order of choices; channels of a group are one behind the other.
     *
     * @param from channels of each group that is seen
     * @param to channels of each group that sees
     * @param less whether a group sees groups before its own only, at its place
     */
    record Mask(int groups, int from, int to, boolean less) {
        /** Of one place, {@code [groups from, groups to]}. */
        double[] atPlace() {
            double[] mask = new double[groups * from * groups * to];
            for (int i = 0; i < groups * from; i++) {
                for (int j = 0; j < groups * to; j++) {
                    int seen = i / from;
                    int own = j / to;
                    mask[i * groups * to + j] = seen < own || !less && seen == own ? 1 : 0;
                }
            }
            return mask;
        }

        /** Of a window, {@code [height, width, groups from, groups to]}, whose middle is the place itself. */
        double[] ofWindow(int height, int width) {
            double[] middle = atPlace();
            double[] mask = new double[height * width * middle.length];
            for (int place = 0; place < height * width; place++) {
                int distance = place - (height * width) / 2;
                for (int i = 0; i < middle.length; i++) {
                    mask[place * middle.length + i] = distance < 0 ? 1 : distance == 0 ? middle[i] : 0;
                }
            }
            return mask;
        }
    }

    /**
     * A convolution that keeps the size, with zeros around the image.
     *
     * @param weight masked, {@code [height, width, channels, maps]}
     */
    record Convolution(SDVariable weight, SDVariable bias, int rows, int columns) {
        /**
         * @param reach places on each side
         */
        static Convolution of(GraphScope layer, AutoregressiveSamplerOptions options, Grid grid, int reach, Mask mask) {
            int rows = grid.height() == 1 ? 0 : reach;
            int columns = grid.width() == 1 ? 0 : reach;
            int height = 2 * rows + 1;
            int width = 2 * columns + 1;
            long from = (long) mask.groups() * mask.from();
            long to = (long) mask.groups() * mask.to();
            // Half of the window is masked.
            long places = Math.max(1, (long) height * width / 2);
            SDVariable weight = layer.parameter(
                            "weight",
                            options.initialisation().initialiser(places * from, places * to),
                            height,
                            width,
                            from,
                            to)
                    .mul(layer.constant(mask.ofWindow(height, width), height, width, from, to));
            return new Convolution(weight, layer.parameter("bias", Initialiser.zeros(), to), rows, columns);
        }

        SDVariable apply(SDVariable image) {
            return Convolutions.centred(image, weight, bias, rows, columns);
        }
    }
}
