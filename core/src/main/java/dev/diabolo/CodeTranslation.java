package dev.diabolo;

import dev.diabolo.spi.CodeSpace;
import dev.diabolo.spi.exchange.TrainedParameter;
import java.util.Map;
import java.util.Optional;

/** How a learnt sampler sees the codes of a model: numbers standardised, entries of a codebook by their numbers. */
sealed interface CodeTranslation permits StandardisedCodes, ChosenEntries {
    /** What the sampler is told of codes. */
    CodeSpace space();

    /** Numbers in a code of the model. */
    int size();

    /** A code as the sampler sees it; empty where it has an entry that is not known. */
    Optional<float[]> seen(float[] code);

    /** A code of the model. */
    float[] code(float[] seen);

    /** The logarithm of how much denser codes are as the model has them. */
    double logVolume();

    /** What a model file keeps. */
    Map<String, TrainedParameter> state();
}
