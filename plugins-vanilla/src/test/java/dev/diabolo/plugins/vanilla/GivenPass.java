package dev.diabolo.plugins.vanilla;

import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.Tensor;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/** A pass of values that a test gives, without networks. */
public record GivenPass(Tensor data, Latent latent, Reconstruction reconstruction) implements ForwardPass {
    private static final String NOT_GIVEN = "not given";

    /** Of data and raw values, which are the reconstruction as they are. */
    public static GivenPass reconstruction(Tensor data, Tensor raw, boolean hasLogits) {
        return new GivenPass(data, new Latent.Point(data), new Raw(raw, hasLogits));
    }

    /** Of a code in [0, 1] that stands for the data as well. */
    public static GivenPass code(Tensor code) {
        return new GivenPass(code, new Latent.Point(code, true), new Raw(code, false));
    }

    @Override
    public Tensor input() {
        return data;
    }

    @Override
    public Latent infer(Tensor input) {
        throw new AssertionError(NOT_GIVEN);
    }

    @Override
    public Reconstruction generate(Tensor code) {
        throw new AssertionError(NOT_GIVEN);
    }

    @Override
    public List<SDVariable> parameters(String group) {
        return List.of();
    }

    private record Raw(Tensor raw, boolean hasLogits) implements Reconstruction {
        @Override
        public String family() {
            return "raw";
        }

        @Override
        public Tensor mean() {
            return raw;
        }

        @Override
        public Optional<Tensor> logits() {
            return hasLogits ? Optional.of(raw) : Optional.empty();
        }

        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            throw new AssertionError(NOT_GIVEN);
        }
    }
}
