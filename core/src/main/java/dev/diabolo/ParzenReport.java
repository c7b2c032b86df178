package dev.diabolo;

/**
 * How likely examples are under a Gaussian window around each generated example. In the model's units, after scaling.
 *
 * <p><b>Units:</b> nats, of one example; of a density, so that it may be positive. <b>Formula and source:</b> {@link dev.diabolo.metrics.ParzenWindow}.
 *
 * @param logLikelihood the mean over examples
 * @param standardError of that mean
 * @param width of the window, the likeliest for the validation examples
 * @param widthAtLimit whether it is the least or the greatest that there was to choose from
 * @param samples how many were generated
 * @param validation how many examples the width was chosen on
 * @param examples how many were measured
 */
public record ParzenReport(
        double logLikelihood,
        double standardError,
        double width,
        boolean widthAtLimit,
        int samples,
        int validation,
        int examples) {}
