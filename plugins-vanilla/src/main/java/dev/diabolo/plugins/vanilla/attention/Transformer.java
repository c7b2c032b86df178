package dev.diabolo.plugins.vanilla.attention;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Activation;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.graph.Layers;
import dev.diabolo.spi.graph.Normalisation;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import dev.diabolo.spi.graph.WeightInitialisation;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Blocks of self-attention over tokens, and a layer normalisation at the end.
 *
 * <p><b>Shapes:</b> {@code [batch count, width] -> [batch count, width]}, the tokens of one example in neighbouring rows.
 *
 * <p><b>Formula:</b> in each block {@code y = x + A(N(x))} and {@code x' = y + W_2 gelu(W_1 N(y))}, with N layer normalisations and A
 * the heads' values, side by side, times an output matrix; a head gives {@code softmax(Q K^T / sqrt(d)) V} with Q, K and V
 * linear in its input and of width d = width / heads.
 *
 * <p><b>Source:</b> Vaswani et al. 2017, section 3.2; the order within a block by Dosovitskiy et al. 2021, equations 2 and 3.
 *
 * @param width of a token, a multiple of heads
 * @param blocks at least 0
 * @param heads at least 1
 * @param hidden width of the network after the attention
 */
record Transformer(int width, int blocks, int heads, int hidden, WeightInitialisation initialisation) {
    Transformer {
        if (width % heads != 0) {
            throw DiaboloException.user(
                    "attention.heads",
                    Problem.of("tokens of width " + width + " cannot be shared among " + heads + " heads")
                            .at("heads")
                            .allowed("a number that divides the width"));
        }
    }

    SDVariable apply(GraphScope scope, SDVariable tokens, long count) {
        SDVariable values = tokens;
        for (int i = 0; i < blocks; i++) {
            values = block(scope.child("block-" + i), values, count);
        }
        return normal(scope, "normalisation", values);
    }

    private SDVariable block(GraphScope scope, SDVariable tokens, long count) {
        SDVariable attention = attention(scope, normal(scope, "attention-normalisation", tokens), count);
        SDVariable seen = tokens.add(dense(scope, "attention-output", attention, width, width));
        SDVariable wide = dense(scope, "hidden", normal(scope, "hidden-normalisation", seen), width, hidden);
        return seen.add(dense(scope, "output", Activation.GELU.apply(wide), hidden, width));
    }

    private SDVariable attention(GraphScope scope, SDVariable tokens, long count) {
        double scale = 1 / Math.sqrt((double) width / heads);
        SDVariable queries = byHead(dense(scope, "query", tokens, width, width).mul(scale), count);
        SDVariable keys = byHead(dense(scope, "key", tokens, width, width), count);
        SDVariable values = byHead(dense(scope, "value", tokens, width, width), count);
        SDVariable scores = scope.graph().mmul(queries, keys, false, true, false);
        SDVariable weights = scope.graph().nn().softmax(scores, 3);
        return weights.mmul(values).permute(0, 2, 1, 3).reshape(-1, width);
    }

    /** {@code [batch count, width] -> [batch, heads, count, width / heads]}. */
    private SDVariable byHead(SDVariable rows, long count) {
        return rows.reshape(-1, count, heads, width / heads).permute(0, 2, 1, 3);
    }

    private SDVariable normal(GraphScope scope, String name, SDVariable rows) {
        Tensor each = new Tensor(rows, TensorSpec.of(width));
        return Normalisation.LAYER.apply(scope, name, each).variable();
    }

    private SDVariable dense(GraphScope scope, String name, SDVariable rows, long inputs, long units) {
        Tensor each = new Tensor(rows, TensorSpec.of(inputs));
        return Layers.dense(scope, name, each, units, initialisation).variable();
    }
}
