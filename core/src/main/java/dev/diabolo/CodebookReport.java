package dev.diabolo;

import java.util.Arrays;

/**
 * How a codebook is used by examples.
 *
 * @param entries of the codebook
 * @param used entries that some example chose
 * @param perplexity {@code exp(-sum_k p_k log p_k)} with p_k the share of all choices that took entry k: 1 where one entry is used
 *     alone, the number of entries where all are used alike
 */
public record CodebookReport(int entries, int used, double perplexity) {
    static CodebookReport of(long[] counts) {
        double total = Arrays.stream(counts).sum();
        double entropy = Arrays.stream(counts)
                .filter(count -> count > 0)
                .mapToDouble(count -> -count / total * Math.log(count / total))
                .sum();
        int used = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        return new CodebookReport(counts.length, used, Math.exp(entropy));
    }
}
