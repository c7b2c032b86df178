package dev.diabolo.plugins.vae.ladder;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import java.util.List;

/** Checks lists of layers. */
final class Layering {
    private Layering() {}

    /**
     * @param component whose option it is
     * @throws DiaboloException (USER) where there is no layer
     */
    static List<Integer> require(List<Integer> sizes, String component) {
        if (sizes.isEmpty()) {
            throw DiaboloException.user(
                    "ladder.no-layers",
                    Problem.of("a code needs at least one layer")
                            .at(component + ".sizes")
                            .allowed("numbers in each layer, such as 20,8"));
        }
        return sizes;
    }
}
