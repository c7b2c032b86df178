package dev.diabolo.data.text;

import dev.diabolo.spi.graph.TensorSpec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.codec.digest.MurmurHash3;

/** Turns the words of a document into a vector. Immutable. */
final class WordVectors {
    private final Map<String, Integer> places;
    private final TensorSpec spec;
    private final boolean hashed;
    private final boolean binary;
    private final double[] factors;

    /**
     * @param options with the vocabulary, where there is one, and factors, where they are known
     */
    WordVectors(TextOptions options) {
        this.hashed = options.bag() == TextOptions.Bag.HASHED;
        this.binary = options.weight() == TextOptions.Weight.BINARY;
        this.places = new HashMap<>();
        List<String> words = options.vocabulary();
        for (int i = 0; i < words.size(); i++) {
            places.putIfAbsent(words.get(i), i);
        }
        this.spec = TensorSpec.of(hashed ? options.size() : words.size());
        this.factors = new double[spec.size()];
        Arrays.setAll(
                factors, i -> i < options.factors().size() ? options.factors().get(i) : 1);
    }

    TensorSpec spec() {
        return spec;
    }

    float[] of(Map<String, Integer> document) {
        float[] vector = new float[spec.size()];
        document.forEach((word, count) -> {
            int place = place(word);
            if (place >= 0) {
                vector[place] += count;
            }
        });
        for (int i = 0; i < vector.length; i++) {
            vector[i] = binary ? Math.min(1, vector[i]) : (float) (vector[i] * factors[i]);
        }
        return vector;
    }

    private int place(String word) {
        if (!hashed) {
            return places.getOrDefault(word, -1);
        }
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return Integer.remainderUnsigned(MurmurHash3.hash32x86(bytes, 0, bytes.length, 0), spec.size());
    }
}
