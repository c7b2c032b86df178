package dev.diabolo.data.text;

import dev.diabolo.spi.option.Option;
import java.util.List;

/** How documents become vectors. */
public record TextOptions(
        @Option(
                help =
                        "what a value stands for: vocabulary for one word, hashed for all words with one hash (murmur3, 32"
                                + " bits, seed 0, of the UTF-8 bytes, unsigned, modulo size)",
                defaultValue = "vocabulary")
        Bag bag,

        @Option(
                help = "values of an example: the most words in the vocabulary, or the number of hashes",
                defaultValue = "2000",
                min = 1,
                max = 1_000_000)
        int size,

        @Option(
                help = "how often a word occurs in all training documents at least, to be in the vocabulary",
                defaultValue = "2",
                min = 1,
                max = 1_000_000_000,
                when = "bag=vocabulary")
        int minCount,

        @Option(
                help =
                        "count: how often a word occurs in the document; binary: whether it does; tf-idf: count * (ln((1 + n)"
                                + " / (1 + d)) + 1), with d of n training documents having it",
                defaultValue = "count")
        Weight weight,

        @Option(help = "whether words that differ in upper and lower case are one", defaultValue = "true")
        boolean lowerCase,

        @Option(
                help = "the words, in the order of their values; found in the training documents where it is empty",
                defaultValue = "",
                when = "bag=vocabulary")
        List<String> vocabulary,

        @Option(
                help = "the factor of each value; found in the training documents where it is empty",
                defaultValue = "",
                min = 0,
                when = "weight=tf-idf")
        List<Double> factors,

        @Option(
                help =
                        "of a folder: names of sub-folders in the order of their labels; others follow in the order of their"
                                + " names",
                defaultValue = "")
        List<String> classes) {

    /** What a value stands for. */
    public enum Bag {
        VOCABULARY,
        HASHED
    }

    /** How much a word counts. */
    public enum Weight {
        COUNT,
        BINARY,
        TF_IDF
    }

    public TextOptions {
        vocabulary = List.copyOf(vocabulary);
        factors = List.copyOf(factors);
        classes = List.copyOf(classes);
    }

    TextOptions with(List<String> words, List<Double> found, List<String> names) {
        return new TextOptions(bag, size, minCount, weight, lowerCase, words, found, names);
    }
}
