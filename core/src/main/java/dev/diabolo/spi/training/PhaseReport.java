package dev.diabolo.spi.training;

/**
 * What one phase did in an epoch.
 *
 * @param steps updates that it took
 * @param skipped turns that its gate kept it from
 * @param gradientNorm Euclidean norm of the gradient of all its parameters, before clipping: the mean over every eighth of its
 *     updates, the first included; 0 where it took none
 */
public record PhaseReport(long steps, long skipped, double gradientNorm) {}
