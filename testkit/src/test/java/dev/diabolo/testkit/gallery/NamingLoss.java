package dev.diabolo.testkit.gallery;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Loss;
import dev.diabolo.spi.graph.GraphScope;
import dev.diabolo.spi.training.Groups;
import dev.diabolo.spi.training.TermSpec;
import java.util.List;
import java.util.Map;
import org.nd4j.autodiff.samediff.SDVariable;

/** A term for the decoder, which the encoder could lower too, and one for the encoder. */
final class NamingLoss implements Loss {
    @Override
    public List<TermSpec> terms() {
        return List.of(
                new TermSpec("error", "", "squared error").loweredBy(Groups.DECODER),
                new TermSpec("code-size", "", "mean square of the code").loweredBy(Groups.ENCODER));
    }

    @Override
    public Map<String, SDVariable> build(GraphScope scope, ForwardPass pass) {
        SDVariable error = pass.reconstruction()
                .mean()
                .flat()
                .variable()
                .sub(pass.data().flat().variable());
        SDVariable code = pass.latent().mode().flat().variable();
        return Map.of(
                "error", error.mul(error).mean(1), "code-size", code.mul(code).mean(1));
    }
}
