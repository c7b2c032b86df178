package dev.diabolo;

/**
 * How much the codes of data are like the codes that new examples are made of. Codes are drawn from the posterior of each example
 * where they are compared with a prior, and are its mode where they are compared with a sampler, which is fitted to modes.
 *
 * @param source what new codes are drawn from: {@code prior}, or the id of the sampler that was saved with the model
 * @param mmd the unbiased estimate of the squared maximum mean discrepancy; may be below 0. <b>Formula and source:</b> {@link
 *     dev.diabolo.metrics.MeanDiscrepancy}
 * @param mmdThreshold what it exceeds in 5 of 100 where the codes do come from the source
 * @param mmdCodes of how many codes the discrepancy is
 * @param classifierError the share of held-out codes that a classifier of codes and draws gets wrong: about 0.5 where they are
 *     alike, 0 where they have nothing in common. <b>Source:</b> Lopez-Paz and Oquab, Revisiting classifier two-sample tests, ICLR
 *     2017, who report {@code 1 - classifierError}
 * @param classifierDeviation the standard deviation of that share where they are alike: {@code 1 / sqrt(4 n)}, of n held-out codes
 *     and draws together
 * @param codes how many there were; half of them are held out
 */
public record PriorReport(
        String source,
        double mmd,
        double mmdThreshold,
        int mmdCodes,
        double classifierError,
        double classifierDeviation,
        int codes) {}
