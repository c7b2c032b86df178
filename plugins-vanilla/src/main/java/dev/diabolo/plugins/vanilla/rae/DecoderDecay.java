package dev.diabolo.plugins.vanilla.rae;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The size of the decoder's parameters, as the only term of a loss.
 *
 * <p><b>Shapes:</b> one value for each example, {@code [batch]}, the same for all.
 *
 * <p><b>Formula:</b> {@code ||theta||^2} over every parameter that the decoder uses: weights, biases, and those of the likelihood
 * where it has any. Weights that are tied to the encoder's are among them.
 *
 * <p><b>Errors:</b> refused (USER) where the decoder has no parameters.
 *
 * <p><b>Source:</b> Ghosh et al. 2020, section 3.1, L2 regularisation.
 */
public final class DecoderDecay implements Loss {
    private static final TermSpec TERM =
            new TermSpec("decoder-l2", "squared parameter units", "sum of the squares of the decoder's parameters");

    @Override
    public List<TermSpec> terms() {
        return List.of(TERM);
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        SDVariable total = pass.parameters(Groups.DECODER).stream()
                .map(parameter -> parameter.mul(parameter).sum())
                .reduce(SDVariable::add)
                .orElseThrow(DecoderDecay::nothingToDecay);
        return Map.of(TERM.name(), pass.data().forEachExample(total));
    }

    private static DiaboloException nothingToDecay() {
        return DiaboloException.user(
                "loss.no-decoder-parameters",
                Problem.of("the decoder has no parameters to keep small")
                        .at("loss.decoder.l2")
                        .remedy("set loss.decoder.l2=0, or choose another decoder"));
    }
}
