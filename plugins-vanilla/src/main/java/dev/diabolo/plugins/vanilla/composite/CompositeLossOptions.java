package dev.diabolo.plugins.vanilla.composite;

import dev.diabolo.plugins.vanilla.contractive.ContractiveOptions;
import dev.diabolo.plugins.vanilla.loss.HuberLossOptions;
import dev.diabolo.plugins.vanilla.loss.StructuralSimilarityOptions;
import dev.diabolo.plugins.vanilla.rae.DecoderPenaltyOptions;
import dev.diabolo.plugins.vanilla.sparse.CodePenaltyOptions;
import dev.diabolo.spi.option.Option;

/** Settings of {@link CompositeLossProvider}. */
public record CompositeLossOptions(
        @Option(help = "what the reconstruction is compared by; at least one")
        ReconstructionWeights reconstruction,

        @Option(help = "of Huber's error") HuberLossOptions huber,

        @Option(help = "of structural similarity") StructuralSimilarityOptions ssim,

        @Option(help = "penalties on the code") CodePenaltyOptions code,

        @Option(help = "the penalty on the encoder's Jacobian")
        ContractiveOptions contractive,

        @Option(help = "penalties on the decoder") DecoderPenaltyOptions decoder) {}
