package dev.diabolo;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How much generated examples are like data, as a {@link Classifier} of ours sees both. Figures depend on the classifier: they
 * compare models that were measured with the same one, and with nothing else; the Frechet distance is no FID.
 *
 * @param samples how many were generated
 * @param examples how many they are compared with
 * @param classifierAccuracy of the classifier, on examples that it did not learn from
 * @param frechet the squared Frechet distance of the features: {@link dev.diabolo.metrics.FrechetDistance}
 * @param frechetOfTraining that of as many examples of the classifier's training data: what a perfect model would have, but that
 *     it compares as many examples as there are of data, not as many as there are samples
 * @param precision the share of samples among the data: {@link dev.diabolo.metrics.PrecisionRecall}
 * @param recall the share of the data among the samples
 * @param coverage the share of the data's classes that have at least a tenth of their share in the data: {@link
 *     dev.diabolo.metrics.ClassStatistics}
 * @param classEntropy the mean over samples of the entropy of the classifier's probabilities, in nats: how unsure it is of each
 * @param classEntropyOfData that of the data
 * @param classCounts by label, how many samples the classifier takes for it
 * @param recognised of a model that is conditioned on labels, the share of samples that the classifier takes for the label they
 *     were made for; empty for other models
 */
public record GenerationReport(
        int samples,
        int examples,
        double classifierAccuracy,
        double frechet,
        double frechetOfTraining,
        double precision,
        double recall,
        double coverage,
        double classEntropy,
        double classEntropyOfData,
        Map<Integer, Integer> classCounts,
        OptionalDouble recognised) {
    public GenerationReport {
        classCounts = Collections.unmodifiableMap(new TreeMap<>(classCounts));
    }
}
