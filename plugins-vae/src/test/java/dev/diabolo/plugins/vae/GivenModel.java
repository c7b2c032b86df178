package dev.diabolo.plugins.vae;

import dev.diabolo.spi.CodeDistribution;
import dev.diabolo.spi.Draws;
import dev.diabolo.spi.ForwardPass;
import dev.diabolo.spi.Latent;
import dev.diabolo.spi.Reconstruction;
import dev.diabolo.spi.graph.Tensor;
import java.util.List;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * A pass of values that a test gives, without networks.
 *
 * @param wanted codes of the prior, which is standard normal but has no divergence in closed form
 */
public record GivenModel(Tensor data, Latent latent, Reconstruction reconstruction, Tensor wanted, Draws drawn)
        implements ForwardPass {
    private static final String NOT_GIVEN = "not given";

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

    @Override
    public Draws draws(int count) {
        return drawn;
    }

    @Override
    public Optional<CodeDistribution> prior() {
        return Optional.of(new CodeDistribution() {
            @Override
            public SDVariable logDensity(Tensor code) {
                SDVariable values = code.flat().variable();
                return values.mul(values).add(Math.log(2 * Math.PI)).sum(1).mul(-0.5);
            }

            @Override
            public Tensor sample() {
                return wanted;
            }

            @Override
            public Tensor sampleOf(Tensor classes) {
                return sample();
            }

            @Override
            public Optional<SDVariable> divergence(Latent posterior) {
                return Optional.empty();
            }
        });
    }

    /** A reconstruction of which each row's negative log-likelihood is given. */
    public record Given(Tensor mean, SDVariable values) implements Reconstruction {
        @Override
        public String family() {
            return "given";
        }

        @Override
        public Tensor raw() {
            return mean;
        }

        @Override
        public Optional<Tensor> logits() {
            return Optional.empty();
        }

        @Override
        public SDVariable negativeLogLikelihood(Tensor data) {
            return values;
        }
    }
}
