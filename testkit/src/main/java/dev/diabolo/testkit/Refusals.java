package dev.diabolo.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.ErrorKind;
import dev.diabolo.spi.graph.TensorSpec;

/** How components say that they cannot do with a shape. */
final class Refusals {
    private Refusals() {}

    static boolean accepts(Runnable use) {
        try {
            use.run();
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    /** Either it works, or it fails as the user's mistake, with the shape in the message. */
    static void check(String what, TensorSpec shape, Runnable use) {
        try {
            use.run();
        } catch (DiaboloException refused) {
            assertThat(refused.kind()).as("%s: kind of the refusal", what).isEqualTo(ErrorKind.USER);
            assertThat(refused).as("%s: refusal", what).hasMessageContaining(shape.toString());
        } catch (RuntimeException broken) {
            throw new AssertionError(what + ": it fails instead of refusing the shape: " + broken, broken);
        }
    }
}
