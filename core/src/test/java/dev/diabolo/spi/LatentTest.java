package dev.diabolo.spi;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.graph.Tensor;
import dev.diabolo.spi.graph.TensorSpec;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

class LatentTest {
    private final SameDiff graph = SameDiff.create();

    private Tensor tensor(String name, int size) {
        return new Tensor(graph.placeHolder(name, DataType.FLOAT, -1, size), TensorSpec.of(size));
    }

    /** What is installed is not the contract's to know. */
    @Test
    void aPosteriorWithoutADensityIsRefusedNamingNoPlugin() {
        Latent point = new Latent.Point(tensor("code", 2));

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(point::requireLogDensityOfSample)
                .withMessageContaining("posterior: this loss needs a posterior that is a distribution with a density")
                .withMessageContaining(
                        "choose a posterior with a density ('diabolo plugins list' shows which there are)")
                .withMessageNotContaining("vae.");
    }

    @Test
    void otherClassesAreRefusedNamingNoOptionOfAPlugin() {
        Tensor logits = tensor("logits", 3);
        Latent.Classified classified =
                new Latent.Classified(logits, classes -> new Latent.Point(classes), logits, logits);

        assertThatExceptionOfType(DiaboloException.class)
                .isThrownBy(() -> classified.requireClasses(tensor("labels", 2)))
                .withMessageContaining("posterior: the posterior has 3 classes, and the data have 2");
    }
}
