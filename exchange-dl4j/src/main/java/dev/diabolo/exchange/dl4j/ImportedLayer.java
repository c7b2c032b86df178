package dev.diabolo.exchange.dl4j;

import dev.diabolo.spi.error.DiaboloException;
import dev.diabolo.spi.error.Problem;
import dev.diabolo.spi.graph.Activation;
import java.util.Locale;

/**
 * A fully connected layer of a file, in a form that options can hold: {@code 784-128-relu}.
 *
 * @param in its inputs, at least 1
 * @param out its outputs, at least 1
 * @param activation of its outputs
 */
record ImportedLayer(int in, int out, Activation activation) {
    /** As many as dense layers of our own can have. */
    static final int MOST_UNITS = 1_000_000;

    static ImportedLayer parse(String text) {
        String[] parts = text.split("-", 3);
        try {
            if (parts.length == 3) {
                ImportedLayer layer = new ImportedLayer(
                        Integer.parseInt(parts[0]),
                        Integer.parseInt(parts[1]),
                        Activation.valueOf(parts[2].toUpperCase(Locale.ROOT).replace('-', '_')));
                if (layer.in >= 1 && layer.out >= 1 && layer.in <= MOST_UNITS && layer.out <= MOST_UNITS) {
                    return layer;
                }
            }
        } catch (IllegalArgumentException malformed) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static DiaboloException refused(String text) {
        return DiaboloException.user(
                "dl4j.layers",
                Problem.of("'" + text + "' is not a layer")
                        .at("layers")
                        .allowed("inputs-outputs-activation, such as 784-128-relu")
                        .remedy("leave 'layers' out and name the 'file' instead"));
    }

    @Override
    public String toString() {
        return in + "-" + out + "-" + activation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
