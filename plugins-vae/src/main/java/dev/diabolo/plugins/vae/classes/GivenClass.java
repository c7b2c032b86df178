package dev.diabolo.plugins.vae.classes;

import dev.diabolo.spi.Latent;
import dev.diabolo.spi.graph.Tensor;
import java.util.Optional;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * What is known of a code whose class is certain.
 *
 * @param classes one-hot; shape {@code [rows, classes]}
 * @param style given the class
 */
record GivenClass(Tensor classes, Latent style) implements Latent.Custom {
    @Override
    public Tensor mode() {
        return classes.beside(style.mode());
    }

    @Override
    public Tensor sample() {
        return classes.beside(style.sample());
    }

    /** Of codes of this class. */
    @Override
    public Optional<SDVariable> logDensity(Tensor code) {
        int count = classes.spec().size();
        return style.logDensity(code.part(count, code.spec().size() - count));
    }
}
