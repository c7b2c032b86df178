package dev.diabolo.spi;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A kind of component.
 *
 * @param name the section of a recipe that configures it: {@code encoder}
 * @param productType what its providers make
 * @param providerType the interface under which {@link java.util.ServiceLoader} finds its providers
 * @param optional whether a model may do without
 * @param <C> what its providers make
 */
public record ComponentKind<C>(String name, Class<C> productType, Class<?> providerType, boolean optional) {
    public static final ComponentKind<Encoder> ENCODER =
            new ComponentKind<>("encoder", Encoder.class, EncoderProvider.class);
    public static final ComponentKind<Posterior> POSTERIOR =
            new ComponentKind<>("posterior", Posterior.class, PosteriorProvider.class);
    public static final ComponentKind<Decoder> DECODER =
            new ComponentKind<>("decoder", Decoder.class, DecoderProvider.class);
    public static final ComponentKind<Likelihood> LIKELIHOOD =
            new ComponentKind<>("likelihood", Likelihood.class, LikelihoodProvider.class);
    public static final ComponentKind<Loss> LOSS = new ComponentKind<>("loss", Loss.class, LossProvider.class);
    public static final ComponentKind<Trainer> TRAINER =
            new ComponentKind<>("trainer", Trainer.class, TrainerProvider.class);

    public static final ComponentKind<Corruption> CORRUPTION =
            new ComponentKind<>("corruption", Corruption.class, CorruptionProvider.class, true);

    public static final ComponentKind<Prior> PRIOR =
            new ComponentKind<>("prior", Prior.class, PriorProvider.class, true);

    /** Not a part of a model: fitted to the codes of one that is trained. */
    public static final ComponentKind<Sampler> SAMPLER =
            new ComponentKind<>("sampler", Sampler.class, SamplerProvider.class, true);

    /** Every kind that a recipe configures, in the order in which a model is put together. */
    public static final List<ComponentKind<?>> ALL =
            List.of(CORRUPTION, ENCODER, POSTERIOR, DECODER, LIKELIHOOD, PRIOR, LOSS, TRAINER);

    /** Every kind that plugins offer. */
    public static final List<ComponentKind<?>> OFFERED =
            Stream.concat(ALL.stream(), Stream.of(SAMPLER)).toList();

    public ComponentKind {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(productType, "productType");
        Objects.requireNonNull(providerType, "providerType");
    }

    /** A kind that every model has. */
    public ComponentKind(String name, Class<C> productType, Class<?> providerType) {
        this(name, productType, providerType, false);
    }

    @Override
    public String toString() {
        return name;
    }
}
